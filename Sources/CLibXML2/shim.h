#ifndef CLOSEOUT_CLIBXML2_SHIM_H
#define CLOSEOUT_CLIBXML2_SHIM_H

// Where libxml2 is built with ICU its encoding.h brings in ICU's own headers, and their types clash with
// those of the ICU inside Foundation. What they add, converters inside an opaque handler, is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#endif
