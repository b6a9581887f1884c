extension City {
  /// The languages of forms and letters: the city's own, else the programme's.
  public func languages(in programme: Programme) -> [Language] {
    languages.isEmpty ? programme.languages : languages
  }
}
