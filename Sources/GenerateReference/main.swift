import Catalogue
import Foundation
import Validation

// Renews what is written from source: `swift run GenerateReference [folder of the repository]`.
let root = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? FileManager.default.currentDirectoryPath)
let reference = try Reference(root: root)
let changed = try reference.files().filter { try $0.write(below: root) }
for file in changed { print("renewed \(file.path)") }
if changed.contains(where: { $0.path.hasSuffix(".swift") }) {
  print("the list of rules has changed: run once more, so that the page shows their examples")
}
