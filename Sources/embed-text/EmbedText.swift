import Foundation
import TextEmbedding

/// The build tool behind the plugin `EmbedText`: `embed-text constants|template --root FOLDER
/// --type NAME --output FILE INPUT…`.
@main
struct EmbedText {
  static func main() {
    do throws(SourceError) {
      try Invocation(arguments: Array(CommandLine.arguments.dropFirst())).run()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
