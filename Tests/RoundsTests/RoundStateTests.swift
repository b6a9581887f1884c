import Testing

@testable import Rounds

@Suite struct RoundStateTests {
  @Test(arguments: [
    ("title: x\nstate: open\nnotes: []\n", "title: x\nstate: frozen\nnotes: []\n"),
    ("title: x\r\nstate: open\r\n", "title: x\r\nstate: frozen\r\n"),
    ("state : open   # until May\ntitle: x", "state: frozen   # until May\ntitle: x"),
    ("title: x\n", "title: x\nstate: frozen\n"), ("title: x", "title: x\nstate: frozen\n"),
    ("title: x\r\n", "title: x\r\nstate: frozen\r\n"),
    ("stated: x\n  state: y\n", "stated: x\n  state: y\nstate: frozen\n"),
  ])
  func theStateIsOneLine(_ before: String, _ after: String) {
    #expect(RoundState.set("frozen", in: before) == after)
  }
}
