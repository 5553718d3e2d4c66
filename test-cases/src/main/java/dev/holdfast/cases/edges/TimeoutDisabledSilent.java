package dev.holdfast.cases.edges;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import okhttp3.OkHttpClient;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;

/** Zeros that mean something else, and limits that are only looked at. */
final class TimeoutDisabledSilent {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Timeout RESPONSE = Timeout.ofMilliseconds(800);

  private int configured;

  OkHttpClient finite() {
    return new OkHttpClient.Builder()
        .connectTimeout(500, TimeUnit.MILLISECONDS)
        .readTimeout(LIMIT)
        .writeTimeout(Duration.ofMinutes(1))
        .build();
  }

  /** Whoever waits for the whole call has no need of a limit for each read. */
  OkHttpClient theWholeCallIsLimited() {
    return new OkHttpClient.Builder()
        .readTimeout(0, TimeUnit.SECONDS)
        .callTimeout(Duration.ofSeconds(30))
        .build();
  }

  org.apache.hc.client5.http.config.RequestConfig ofAConstant() {
    return org.apache.hc.client5.http.config.RequestConfig.custom()
        .setResponseTimeout(RESPONSE)
        .build();
  }

  RequestConfig ofTheCaller(int millis) {
    return RequestConfig.custom()
        .setConnectTimeout(millis)
        .setSocketTimeout(millis)
        .setConnectionRequestTimeout(millis)
        .build();
  }

  void ofASetting(HttpURLConnection connection, Properties settings) {
    connection.setReadTimeout(Integer.parseInt(settings.getProperty("read.millis", "0")));
  }

  /** The field begins with zero, and holds what its setter was given. */
  void ofAField(HttpURLConnection connection) {
    connection.setReadTimeout(configured);
  }

  void setConfigured(int millis) {
    configured = millis;
  }

  void computed(Socket socket, long deadline) throws SocketException {
    int left = 0;
    left += (int) (deadline - System.currentTimeMillis());
    socket.setSoTimeout(Math.max(1, left));
  }

  void overwritten(HttpURLConnection connection, int millis) {
    int timeout = 0;
    timeout = Math.max(millis, 1);
    connection.setReadTimeout(timeout);
  }

  void restored(Socket socket) throws SocketException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(2_000);
    socket.setSoTimeout(before);
  }

  /** Zero is "at once" here. */
  boolean atOnce(Lock lock, Semaphore permits, BlockingQueue<String> queue)
      throws InterruptedException {
    if (queue.poll(0, TimeUnit.SECONDS) == null || !permits.tryAcquire(0, TimeUnit.SECONDS)) {
      return false;
    }
    boolean locked = lock.tryLock(0, TimeUnit.SECONDS);
    if (locked) {
      lock.unlock();
    }
    return locked;
  }

  /** Zero is "at once" for these pools, too; only a negative wait is one for ever. */
  GenericObjectPoolConfig<StringBuilder> impatientPool() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ZERO);
    return config;
  }

  void lingering(Socket socket) throws SocketException {
    socket.setSoLinger(true, 0);
    socket.setSendBufferSize(Integer.MAX_VALUE);
  }

  void onlyWhereThereIsOne(HttpURLConnection connection, int millis) {
    if (millis > 0) {
      connection.setReadTimeout(millis);
    }
  }

  OkHttpClient halfADay() {
    return new OkHttpClient.Builder().readTimeout(12, TimeUnit.HOURS).build();
  }

  /** The overload without a limit is there for those who want none. */
  static class Traced extends Socket {
    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }
  }
}
