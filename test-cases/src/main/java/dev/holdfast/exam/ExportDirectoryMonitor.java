package dev.holdfast.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ExportDirectoryMonitor {

  private static final Logger log = LoggerFactory.getLogger(ExportDirectoryMonitor.class);
  private static final long ALERT_LEVEL = 500;

  private final Path outbox = Path.of("/var/spool/exports");
  private final AtomicLong backlog = new AtomicLong();

  @Scheduled(fixedDelay = 30_000)
  public void refresh() {
    try {
      long pending = countPending();
      backlog.set(pending);
      if (pending > ALERT_LEVEL) {
        log.warn("{} export files are waiting for pickup", pending);
      }
    } catch (IOException e) {
      log.error("cannot inspect {}", outbox, e);
    }
  }

  public long backlog() {
    return backlog.get();
  }

  private long countPending() throws IOException {
    return Files.list(outbox) // expect: UnclosedResource
        .filter(Files::isRegularFile)
        .filter(file -> file.getFileName().toString().endsWith(".xml"))
        .count();
  }
}
