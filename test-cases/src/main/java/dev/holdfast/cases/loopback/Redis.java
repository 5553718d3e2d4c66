package dev.holdfast.cases.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Just enough of Redis to lend connections: knows no keys, accepts every command. */
public final class Redis extends Peer {
  public Redis() {
    super("redis");
  }

  @Override
  void talk(BufferedReader in, OutputStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.startsWith("*")) {
        throw new IOException("not a command: " + line);
      }
      String command = command(in, Integer.parseInt(line.substring(1)));
      out.write(answer(command).getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  /** First word; each word comes as a line with its length and a line with itself. */
  private static String command(BufferedReader in, int words) throws IOException {
    String command = "";
    for (int i = 0; i < words; i++) {
      in.readLine();
      String word = in.readLine();
      command = i == 0 ? word : command;
    }
    return command;
  }

  private static String answer(String command) {
    return switch (command.toUpperCase(Locale.ROOT)) {
      case "GET" -> "$-1\r\n";
      case "INCR", "EXPIRE" -> ":1\r\n";
      case "PING" -> "+PONG\r\n";
      default -> "+OK\r\n";
    };
  }
}
