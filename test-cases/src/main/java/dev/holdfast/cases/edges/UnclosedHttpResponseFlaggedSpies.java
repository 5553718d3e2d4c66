package dev.holdfast.cases.edges;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** A spy does what it spies on: its responses are real. */
final class UnclosedHttpResponseFlaggedSpies {
  int spiedOn(OkHttpClient client, Request request) throws IOException {
    OkHttpClient spied = spy(client);
    return spied.newCall(request).execute().code(); // expect: UnclosedHttpResponse
  }

  int perhapsAMock(OkHttpClient client, Request request, boolean real) throws IOException {
    Call call = real ? client.newCall(request) : mock(Call.class);
    return call.execute().code(); // expect: UnclosedHttpResponse
  }
}
