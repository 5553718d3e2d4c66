package dev.holdfast.exam;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives fixed-size telemetry frames from the conveyor controllers. */
public class TelemetrySocketServer implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(TelemetrySocketServer.class);
  private static final int FRAME = 64;

  private final int port;
  private final ObjIntConsumer<byte[]> sink;

  public TelemetrySocketServer(int port, ObjIntConsumer<byte[]> sink) {
    this.port = port;
    this.sink = sink;
  }

  @Override
  public void run() {
    try (ServerSocket server = new ServerSocket(port)) {
      while (!Thread.currentThread().isInterrupted()) {
        serveOne(server);
      }
    } catch (IOException e) {
      log.error("telemetry port {} failed", port, e);
    }
  }

  private void serveOne(ServerSocket server) throws IOException {
    try (Socket controller = server.accept()) { // expect: MissingServerTimeout
      DataInputStream in = new DataInputStream(controller.getInputStream());
      byte[] frame = new byte[FRAME];
      int frames = in.readUnsignedByte();
      for (int i = 0; i < frames; i++) {
        in.readFully(frame);
        sink.accept(frame.clone(), i);
      }
    }
  }
}
