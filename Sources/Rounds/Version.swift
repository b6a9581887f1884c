/// The version of this program, part of every run id: a new version may compute otherwise.
public let programVersion = "0.1.0"
