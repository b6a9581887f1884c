import Foundation

/// Ctrl-C, and a scheduler that ends a job: said, then obeyed at once with 130 or 143.
///
/// There is nothing to tidy up on the way out. A release is shown by one switch when it is whole, the kernel lets the lock go, and
/// the next run removes what this one left in its folder out of sight; it has to be able to after a power cut anyway.
enum Interruption {
  /// Read in the handler, which may not allocate: put there before it is installed, never changed.
  private nonisolated(unsafe) static var interrupt: UnsafeMutablePointer<CChar>?
  private nonisolated(unsafe) static var terminate: UnsafeMutablePointer<CChar>?

  /// - Parameter message: What is said of a signal's name and exit code, with its line feed.
  static func obey(_ message: (_ name: String, _ code: Int32) -> String) {
    interrupt = strdup(message("SIGINT", 128 + SIGINT))
    terminate = strdup(message("SIGTERM", 128 + SIGTERM))
    // A thread of another program that starts us may have had them held back, and we would have inherited that.
    var both = sigset_t()
    sigemptyset(&both)
    for number in [SIGINT, SIGTERM] { sigaddset(&both, number) }
    pthread_sigmask(SIG_UNBLOCK, &both, nil)
    for number in [SIGINT, SIGTERM] {
      // What starts us with a signal ignored, such as `nohup` or a shell's `&`, wants it ignored.
      var known = sigaction()
      guard sigaction(number, nil, &known) == 0,
        unsafeBitCast(known.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
      else { continue }
      signal(number) { number in
        if let text = number == SIGINT ? Interruption.interrupt : Interruption.terminate {
          _ = write(STDERR_FILENO, text, strlen(text))
        }
        _exit(128 + number)
      }
    }
  }
}
