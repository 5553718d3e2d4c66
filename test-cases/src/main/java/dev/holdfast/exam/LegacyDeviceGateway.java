package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks the line protocol of the scales and finds them by UDP. */
public class LegacyDeviceGateway {

  private static final byte[] WEIGH = "W\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DISCOVERY_PORT = 9_731;

  public double readWeight(InetSocketAddress scale) throws IOException {
    try (Socket socket = new Socket()) { // expect: MissingSocketTimeout
      socket.connect(scale, 2_000);
      socket.getOutputStream().write(WEIGH);
      return parse(socket.getInputStream());
    }
  }

  public InetSocketAddress discover(InetAddress broadcast) throws IOException {
    byte[] hello = "HELLO".getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) { // expect: MissingSocketTimeout
      socket.setBroadcast(true);
      socket.send(new DatagramPacket(hello, hello.length, broadcast, DISCOVERY_PORT));
      DatagramPacket answer = new DatagramPacket(new byte[256], 256);
      socket.receive(answer);
      return new InetSocketAddress(answer.getAddress(), answer.getPort());
    }
  }

  private static double parse(InputStream in) throws IOException {
    StringBuilder digits = new StringBuilder();
    int c = in.read();
    while (c != '\r' && c != -1 && digits.length() < 16) {
      digits.append((char) c);
      c = in.read();
    }
    return Double.parseDouble(digits.toString());
  }
}
