package org.papermap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What one command line came to.
record Outcome(int status, String out, String err) {
  static Outcome of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(status, out.toString(), err.toString());
  }
}
