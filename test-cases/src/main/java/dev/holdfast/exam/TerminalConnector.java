package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Opens the connections to the payment terminals. */
public class TerminalConnector {

  private static final byte[] LOGIN = "LOGIN 2\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int connectMillis;
  private final int readMillis;

  public TerminalConnector(int connectMillis, int readMillis) {
    if (connectMillis <= 0 || readMillis <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
    this.connectMillis = connectMillis;
    this.readMillis = readMillis;
  }

  public Socket connect(InetSocketAddress terminal) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(readMillis);
      socket.connect(terminal, connectMillis);
      socket.getOutputStream().write(LOGIN);
      if (socket.getInputStream().read() != '+') {
        throw new IOException("terminal " + terminal + " refused the login");
      }
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  public String firmware(InetSocketAddress terminal) throws IOException {
    try (Socket socket = connect(terminal)) {
      socket.getOutputStream().write("VER\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }
  }
}
