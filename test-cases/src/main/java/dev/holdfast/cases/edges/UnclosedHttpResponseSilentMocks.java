package dev.holdfast.cases.edges;

import static org.mockito.Mockito.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.mockito.Mock;

/** Calls on mocks: what they result in was never opened. */
final class UnclosedHttpResponseSilentMocks {
  @Mock private CloseableHttpClient injected;

  void answered() throws IOException {
    CloseableHttpClient client = mock(CloseableHttpClient.class);
    when(client.execute(any(HttpGet.class))).thenReturn(mock(CloseableHttpResponse.class));
  }

  void verified() throws IOException {
    Call call = mock(Call.class);
    when(call.execute()).thenThrow(new IOException());
    verify(call, times(1)).execute();
  }

  void verifiedWhereverItCameFrom(Call call) throws IOException {
    verify(call).execute();
  }

  void toldWhatToAnswer(CloseableHttpClient client) throws IOException {
    doReturn(mock(CloseableHttpResponse.class)).when(client).execute(any(HttpGet.class));
    doThrow(new IOException()).when(client).execute(any(HttpGet.class));
  }

  void asked(HttpGet get) throws IOException {
    CloseableHttpClient client = mock(CloseableHttpClient.class);
    client.execute(get);
  }

  void injected(HttpGet get) throws IOException {
    injected.execute(get);
    when(injected.execute(get)).thenReturn(null);
  }

  int askedAlongAChain(Request request) throws IOException {
    OkHttpClient client = mock(OkHttpClient.class);
    return client.newCall(request).execute().code();
  }
}
