/// Every page of Closeout: the templates, styles and schemas of this folder, compiled by the build.
///
/// A template `Evidence/page.html` with the header `{{! template evidencePage(page: EvidencePage) }}`
/// is the function `Reports.evidencePage(page:)`; a text such as `base.css` is the constant
/// `Reports.base`. The models of the templates are plain structs beside them.
public enum Reports {
  /// A text file that was compiled into the program.
  public struct EmbeddedText: Sendable, Hashable {
    /// The file's name without its extension.
    public let name: String
    /// The file's path below this folder.
    public let path: String
    /// The text of the file, byte for byte.
    public let text: String
  }
}
