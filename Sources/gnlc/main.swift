print("gnlc")
