package dev.holdfast.exam;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.apache.commons.pool2.ObjectPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes checksums of uploads off the request thread. */
public class CompressionWorkers {

  private static final Logger log = LoggerFactory.getLogger(CompressionWorkers.class);

  private final ExecutorService executor =
      new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
  private final ObjectPool<CRC32> checksums;

  public CompressionWorkers(ObjectPool<CRC32> checksums) {
    this.checksums = checksums;
    Runtime.getRuntime().addShutdownHook(new Thread(executor::shutdown));
  }

  public CompletableFuture<Long> checksum(byte[] upload) {
    return CompletableFuture.supplyAsync(() -> compute(upload), executor)
        .orTimeout(10, TimeUnit.SECONDS);
  }

  private long compute(byte[] upload) {
    CRC32 crc = borrow();
    try {
      crc.reset();
      crc.update(upload);
      return crc.getValue();
    } finally {
      Optional.of(crc).ifPresent(this::giveBack);
    }
  }

  private CRC32 borrow() {
    try {
      return checksums.borrowObject();
    } catch (Exception e) {
      throw new IllegalStateException("no checksum engine available", e);
    }
  }

  private void giveBack(CRC32 crc) {
    try {
      checksums.returnObject(crc);
    } catch (Exception e) {
      log.warn("return failed", e);
    }
  }
}
