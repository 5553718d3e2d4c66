package dev.holdfast.exam;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mirrors price lists onto the FTP server of the franchise partners. */
public class FtpMirror implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FtpMirror.class);

  public interface FtpSession {
    void store(Path file) throws IOException;
  }

  public interface Connector {
    FtpSession login(String user) throws IOException;
  }

  private final GenericObjectPool<FtpSession> sessions;
  private final Connector connector;

  public FtpMirror(Connector connector) {
    this.connector = connector;
    this.sessions =
        new GenericObjectPool<>(
            new BasePooledObjectFactory<FtpSession>() {
              @Override
              public FtpSession create() throws IOException {
                return connector.login("mirror");
              }

              @Override
              public PooledObject<FtpSession> wrap(FtpSession session) {
                return new DefaultPooledObject<>(session);
              }
            });
    this.sessions.setMaxWait(Duration.ofSeconds(10));
  }

  public boolean push(Path file) throws Exception {
    FtpSession session = sessions.borrowObject();
    try {
      session.store(file);
      return true;
    } catch (IOException e) {
      log.warn("upload of {} failed", file, e);
      return false;
    } finally {
      sessions.returnObject(session); // possible: PooledObjectReturnedDirty
    }
  }

  public void pushAs(String user, Path file) throws IOException {
    FtpSession personal = connector.login(user);
    try {
      personal.store(file);
    } finally {
      sessions.returnObject(personal); // expect: ForeignObjectReturned
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
