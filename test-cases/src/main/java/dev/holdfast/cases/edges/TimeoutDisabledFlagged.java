package dev.holdfast.cases.edges;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;

/** Limits that are taken away by the value they are given. */
final class TimeoutDisabledFlagged {
  private static final int NO_LIMIT = 0;
  private static final Duration FOR_EVER = Duration.ZERO;

  private final Duration patience = Duration.ofSeconds(0);

  OkHttpClient exports() {
    return new OkHttpClient.Builder()
        .connectTimeout(2, TimeUnit.SECONDS)
        .readTimeout(0, TimeUnit.SECONDS) // expect: TimeoutDisabled
        .build();
  }

  OkHttpClient bothTakenAway() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ZERO) // expect: TimeoutDisabled
        .readTimeout(FOR_EVER) // expect: TimeoutDisabled
        .build();
  }

  OkHttpClient throughALocal() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    long none = 0;
    builder.readTimeout(none, TimeUnit.MILLISECONDS); // expect: TimeoutDisabled
    return builder.build();
  }

  /** The limits of the parent hold in a derived client, but for this one. */
  OkHttpClient derived(OkHttpClient shared) {
    return shared.newBuilder().readTimeout(patience).build(); // expect: TimeoutDisabled
  }

  RequestConfig apache() {
    return RequestConfig.custom()
        .setConnectTimeout(5_000)
        .setSocketTimeout(NO_LIMIT) // expect: TimeoutDisabled
        .setConnectionRequestTimeout(-1) // expect: TimeoutDisabled
        .build();
  }

  org.apache.hc.client5.http.config.RequestConfig disabled() {
    return org.apache.hc.client5.http.config.RequestConfig.custom()
        .setResponseTimeout(Timeout.DISABLED) // expect: TimeoutDisabled
        .build();
  }

  org.apache.hc.client5.http.config.RequestConfig zero() {
    return org.apache.hc.client5.http.config.RequestConfig.custom()
        .setResponseTimeout(Timeout.ofSeconds(0)) // expect: TimeoutDisabled
        .build();
  }

  int status(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(3_000);
    connection.setReadTimeout(0); // expect: TimeoutDisabled
    return connection.getResponseCode();
  }

  /** As long as an int can count milliseconds is 24.8 days. */
  GenericObjectPoolConfig<StringBuilder> tooLong() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofMillis(Integer.MAX_VALUE)); // expect: TimeoutDisabled
    return config;
  }

  /** It may be the limit that the socket began with. */
  void handshake(Socket socket) throws SocketException {
    socket.setSoTimeout(0); // possible: TimeoutDisabled
  }

  void report(Statement statement) throws SQLException {
    statement.setQueryTimeout(0); // possible: TimeoutDisabled
    statement.execute("call monthly_report()");
  }

  GenericObjectPoolConfig<StringBuilder> patientPool() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofMillis(-1)); // expect: TimeoutDisabled
    return config;
  }

  GenericObjectPoolConfig<StringBuilder> countedInDays() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxWait(Duration.ofSeconds(Long.MAX_VALUE)); // expect: TimeoutDisabled
    return config;
  }

  void onlyOnABranch(HttpURLConnection connection, boolean patient) {
    connection.setReadTimeout(patient ? 0 : 4_000); // possible: TimeoutDisabled
  }

  void setTwice(HttpURLConnection connection, boolean patient) {
    connection.setReadTimeout(0); // possible: TimeoutDisabled
    if (!patient) {
      connection.setReadTimeout(4_000);
    }
  }
}
