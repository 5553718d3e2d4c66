package dev.holdfast.exam;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.commons.pool2.ObjectPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class BulkMailer {

  private static final Logger log = LoggerFactory.getLogger(BulkMailer.class);

  public interface SmtpSession {
    void send(String recipient, String message) throws IOException;
  }

  private final ObjectPool<SmtpSession> sessions;
  private final Executor background;

  public BulkMailer(ObjectPool<SmtpSession> sessions, Executor background) {
    this.sessions = sessions;
    this.background = background;
  }

  public void sendLater(String recipient, String message) throws Exception {
    SmtpSession session = sessions.borrowObject();
    try {
      background.execute(() -> deliver(session, recipient, message)); // expect: PooledObjectEscapes
    } finally {
      sessions.returnObject(session);
    }
  }

  public void broadcast(List<String> recipients, String message) throws Exception {
    for (String recipient : recipients) {
      sendLater(recipient, message);
    }
  }

  private static void deliver(SmtpSession session, String recipient, String message) {
    try {
      session.send(recipient, message);
    } catch (IOException e) {
      log.warn("mail to {} failed", recipient, e);
    }
  }
}
