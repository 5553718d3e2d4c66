package dev.holdfast.exam;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Reads the public status of our suppliers. */
public class StatusPageClient {

  private static final long MAX_STATUS = 8 * 1024;

  private final OkHttpClient http;

  public StatusPageClient(OkHttpClient http) {
    this.http = http;
  }

  public String status(String url) throws IOException {
    Request request = new Request.Builder().url(url).header("Accept-Encoding", "identity").build();
    Response response = http.newCall(request).execute();
    long length = response.body().contentLength();
    if (length < 0 || length > MAX_STATUS) {
      response.close();
      throw new IOException("status page announces " + length + " bytes");
    }
    return response.body().string();
  }

  public boolean isUp(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    try {
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(2_000);
      connection.setRequestMethod("HEAD");
      return connection.getResponseCode() < 500;
    } finally {
      connection.disconnect();
    }
  }
}
