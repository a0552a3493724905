import Testing

@testable import Exposition

/// The classes of the public reject cases, by the names of their folders in `tests/testdata/parsers` of
/// prometheus/OpenMetrics, with texts of our own for each.
///
/// The folders were read as Python's client and other parsers name and list them. Our writer makes no summary,
/// no stateset and no exemplar: a text with one has the fault that such a line would be in our output.
@Suite("Every class of the public reject cases is a fault that the strict reader sees")
struct RejectClassTests {
  struct Class {
    var name: String
    /// How many public cases there are.
    var cases: Int
    var faults: [(StrictReader.Fault, String)]

    init(_ name: String, _ cases: Int, _ faults: (StrictReader.Fault, String)...) {
      self.name = name
      self.cases = cases
      self.faults = faults
    }
  }

  private static let histogram = "# TYPE nap histogram\n"
  private static let gaugeHistogram = "# TYPE nap gaugehistogram\n"
  private static let exemplar = "# {owl=\"o\"} 3"

  static let classes = [
    Class("bad_no_eof", 1, (.noEnd, "# TYPE owls gauge\nowls 4\n")),
    Class(
      "bad_text_after_eof", 2, (.textAfterEnd, "# EOF\nowls\n"),
      (.noEnd, "# TYPE owls gauge\n# EOF of owls\n")),
    Class("bad_blank_line", 1, (.blankLine, "# TYPE owls gauge\n\n# EOF\n")),
    Class(
      "bad_help", 5, (.badMetadata, "# HELP\n"), (.badMetadata, "# HELP owls\n"),
      (.badMetadata, "# HELP owls\tat night\n"), (.foreignSample, " # HELP owls at night\n")),
    Class(
      "bad_type", 8, (.badMetadata, "# TYPE\n"), (.badMetadata, "# TYPE owls\n"),
      (.unknownType, "# TYPE owls flock\n"), (.unknownType, "# TYPE owls gauge \n"),
      (.unknownType, "# TYPE owls untyped\n")),
    Class(
      "bad_unit", 8, (.badMetadata, "# UNIT owls_hours\n"), (.badUnit, "# UNIT owls hours\n"),
      (.badUnit, "# UNIT owls_hours hours \n"),
      (.unitNotAllowed, "# TYPE owls_hours info\n# UNIT owls_hours hours\n"),
      (.unknownType, "# TYPE owls_hours stateset\n# UNIT owls_hours hours\n")),
    Class("bad_metadata", 1, (.badMetadata, "# NOTE owls at night\n")),
    Class(
      "bad_metadata_in_wrong_place", 3,
      (.metadataAfterSamples, "# TYPE owls gauge\nowls 4\n# HELP owls at night\n"),
      (.metadataAfterSamples, "# TYPE nap_hours gauge\nnap_hours 4\n# UNIT nap_hours hours\n"),
      (.foreignSample, "# HELP owls at night\nowls 4\n# TYPE owls gauge\n")),
    Class(
      "bad_repeated_metadata", 4, (.metadataTwice, "# HELP owls by day\n# HELP owls at night\n"),
      (.metadataTwice, "# TYPE owls gauge\n# TYPE owls gauge\n"),
      (.metadataTwice, "# UNIT nap_hours hours\n# UNIT nap_hours hours\n")),
    Class(
      "bad_clashing_names", 3, (.metadataTwice, "# TYPE owls info\n# TYPE owls counter\n"),
      (.clashingName, "# TYPE owls_created gauge\n# TYPE owls counter\n"),
      (.clashingName, "# TYPE owls_total gauge\n# TYPE owls counter\n"),
      (.clashingName, "# TYPE nap histogram\n# TYPE nap_count gauge\n")),
    Class(
      "bad_metric_names", 3, (.badMetadata, "# TYPE 4owls gauge\n"),
      (.badMetadata, "# TYPE owls.day gauge\n"),
      (.foreignSample, "# TYPE owls gauge\nowls-day 4\n")),
    Class(
      "bad_missing_value", 2, (.badNumber, "# TYPE owls gauge\nowls\n"),
      (.badNumber, "# TYPE owls gauge\nowls \n")),
    Class(
      "bad_value", 13, (.badNumber, "# TYPE owls gauge\nowls four\n"),
      (.badNumber, "# TYPE owls gauge\nowls  4\n"), (.badNumber, "# TYPE owls gauge\nowls 4\t\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 \n"), (.badNumber, "# TYPE owls gauge\nowls 4_000\n"),
      (.badNumber, "# TYPE owls gauge\nowls 0x4p2\n"), (.badNumber, "# TYPE owls gauge\nowls 0b100\n"),
      (.badNumber, "# TYPE owls gauge\nowls 0o4\n")),
    Class(
      "bad_timestamp", 9, (.badTimestamp, "# TYPE owls gauge\nowls 4 noon\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 12h\n"), (.badTimestamp, "# TYPE owls gauge\nowls 4 1_2\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 1.2.3\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 NaN\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 -Inf\n"),
      (.badTimestamp, "# TYPE owls gauge\nowls 4 0x4p2\n")),
    Class(
      "bad_missing_or_wrong_quotes_on_label_value", 3,
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=night} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\"night} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at='night'} 4\n")),
    Class(
      "bad_missing_equal_or_label_value", 5, (.badLabelSyntax, "# TYPE owls gauge\nowls{at} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at\"night\"} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\"} 4\n")),
    Class(
      "bad_missing_or_extra_commas", 3,
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\"night\"in=\"oak\"} 4\n"),
      (.badLabelName, "# TYPE owls gauge\nowls{at=\"night\",,in=\"oak\"} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\"night\",} 4\n")),
    Class(
      "bad_invalid_labels", 9, (.badLabelName, "# TYPE owls gauge\nowls{4=\"night\"} 4\n"),
      (.labelTwice, "# TYPE owls gauge\nowls{at=\"#\",at=\"#\"} 4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\"night\"in} 4\n"),
      (.badNumber, "# TYPE owls gauge\nowls{at=\" # \"}4\n"),
      (.badLabelSyntax, "# TYPE owls gauge\nowls{at=\" # \",in=}4\n")),
    Class(
      "bad_missing_or_invalid_labels_for_a_type", 7, (.badEdge, histogram + "nap_bucket 4\n"),
      (.badEdge, gaugeHistogram + "nap_bucket 4\n"),
      (.unknownType, "# TYPE nap summary\nnap{quantile=\"2\"} 4\n"),
      (.unknownType, "# TYPE nap stateset\nnap 1\n")),
    Class(
      "bad_stateset_info_values", 4, (.foreignSample, "# TYPE owl info\nowl 4\n"),
      (.unknownType, "# TYPE owl stateset\nowl 4\n")),
    Class(
      "bad_info_and_stateset_values", 2, (.infoNotOne, "# TYPE owl info\nowl_info{of=\"oak\"} 4\n"),
      (.unknownType, "# TYPE owl stateset\nowl{owl=\"oak\"} 4\n")),
    Class(
      "bad_counter_values", 21, (.counterNotANumber, "# TYPE owls counter\nowls_total NaN\n"),
      (.negativeCounter, "# TYPE owls counter\nowls_total -4\n"),
      (.counterNotANumber, histogram + "nap_sum NaN\n"), (.sumBelowZero, histogram + "nap_sum -4\n"),
      (.counterNotANumber, histogram + "nap_count NaN\n"), (.negativeCounter, histogram + "nap_count -4\n"),
      (.notAWholeCount, histogram + "nap_bucket{le=\"+Inf\"} NaN\n"),
      (.negativeCounter, histogram + "nap_bucket{le=\"+Inf\"} -4\n"),
      (.notAWholeCount, histogram + "nap_bucket{le=\"+Inf\"} 0.4\n"),
      (.badEdge, histogram + "nap_bucket{le=\"-4.0\"} 1\n"),
      (.negativeCounter, gaugeHistogram + "nap_bucket{le=\"+Inf\"} -4\n"),
      (.notAWholeCount, gaugeHistogram + "nap_gcount 0.4\n"),
      (.counterNotANumber, gaugeHistogram + "nap_gsum NaN\n"),
      (.sumBelowZero, gaugeHistogram + "nap_bucket{le=\"+Inf\"} 4\nnap_gsum -4\n"),
      (.unknownType, "# TYPE nap summary\nnap_count 0.4\n")),
    Class(
      "bad_histograms", 15, (.noInfiniteBucket, histogram + "nap_sum 4\n"),
      (.partMissing, histogram + "nap_bucket{le=\"+Inf\"} 4\nnap_sum 4\n"),
      (.partMissing, gaugeHistogram + "nap_bucket{le=\"+Inf\"} 4\nnap_gcount 4\n"),
      (.countIsNotLastBucket, histogram + "nap_bucket{le=\"+Inf\"} 4\nnap_count 5\nnap_sum 4\n"),
      (.badEdge, histogram + "nap_bucket{le=\"+INF\"} 4\n"),
      (.badEdge, histogram + "nap_bucket{le=\"4\"} 4\n"),
      (.edgesOutOfOrder, histogram + "nap_bucket{le=\"8.0\"} 4\nnap_bucket{le=\"4.0\"} 4\n"),
      (.bucketsFall, histogram + "nap_bucket{le=\"4.0\"} 4\nnap_bucket{le=\"+Inf\"} 3\n")),
    Class(
      "bad_grouping_or_ordering", 11,
      (.groupsInterleaved, histogram + "nap_sum{of=\"a\"} 4\nnap_sum{of=\"b\"} 4\nnap_count{of=\"a\"} 4\n"),
      (
        .groupsInterleaved,
        gaugeHistogram + "nap_gsum{of=\"a\"} 4\nnap_gsum{of=\"b\"} 4\nnap_gcount{of=\"a\"} 4\n"
      ),
      (.timeNotRising, "# TYPE owls gauge\nowls 4 12\nowls 5 11\n"),
      (.timeNotRising, "# TYPE owls gauge\nowls 4 -1\nowls 5 -1.5\n"),
      (.timeNotRising, "# TYPE owls gauge\nowls 4\nowls 5 12\n"),
      (.timeNotRising, "# TYPE owls gauge\nowls 4 12\nowls 5\n")),
    Class(
      "bad_exemplars", 13, (.badNumber, "# TYPE owls counter\nowls_total 4 12 #\n"),
      (.badNumber, "# TYPE owls counter\nowls_total 4 12 \(exemplar)\n"),
      (.badNumber, histogram + "nap_bucket{le=\"+Inf\"} 4 #{} 3\n")),
    Class(
      "bad_exemplar_complex_chars", 1, (.badNumber, "# TYPE owls counter\nowls_total 4 # {owl=\"🦉\"} 3\n")),
    Class(
      "bad_exemplar_timestamp", 3, (.badNumber, "# TYPE owls counter\nowls_total 4 \(exemplar) NaN\n")),
    Class(
      "bad_exemplars_on_unallowed_metric_types", 3, (.badNumber, "# TYPE owls gauge\nowls 4 \(exemplar)\n"),
      (.badNumber, "# TYPE owl info\nowl_info 1 \(exemplar)\n")),
    Class(
      "bad_exemplars_on_unallowed_samples", 4, (.badNumber, histogram + "nap_sum 4 \(exemplar)\n"),
      (.badNumber, gaugeHistogram + "nap_gsum 4 \(exemplar)\n")),
  ]

  @Test("with texts of our own", arguments: classes.map(\.name))
  func seen(_ name: String) throws {
    let faults = try #require(Self.classes.first { $0.name == name }).faults
    #expect(!faults.isEmpty)
    for (fault, text) in faults {
      let end = text.contains("# EOF") || fault == .noEnd ? "" : "# EOF\n"
      #expect(throws: fault, "\(text)") { try StrictReader(Array((text + end).utf8)) }
    }
  }

  @Test("and they are all 167 of them")
  func complete() {
    #expect(Self.classes.map(\.cases).reduce(0, +) == 167)
    #expect(Set(Self.classes.map(\.name)).count == Self.classes.count)
  }
}
