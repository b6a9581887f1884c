// GNLCTestSupport
