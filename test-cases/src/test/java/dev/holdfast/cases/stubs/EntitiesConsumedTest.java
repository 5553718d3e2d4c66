package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what stubs say about entities of Apache HttpClient: who consumes the one it is given. */
class EntitiesConsumedTest {
  private static final byte[] FORM = "a=1".getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> apache() {
    return Stream.of(
        given(
            "org.apache.http.util.EntityUtils",
            "consume",
            0,
            w -> org.apache.http.util.EntityUtils.consume(entity4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.util.EntityUtils",
            "consumeQuietly",
            0,
            w -> org.apache.http.util.EntityUtils.consumeQuietly(entity4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.util.EntityUtils",
            "toString",
            0,
            w -> org.apache.http.util.EntityUtils.toString(entity4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.util.EntityUtils",
            "toString",
            0,
            w -> org.apache.http.util.EntityUtils.toString(entity4(w), "UTF-8"),
            org.apache.http.HttpEntity.class,
            String.class),
        given(
            "org.apache.http.util.EntityUtils",
            "toByteArray",
            0,
            w -> org.apache.http.util.EntityUtils.toByteArray(entity4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.util.EntityUtils",
            "updateEntity",
            0,
            EntitiesConsumedTest::replaceEntity,
            org.apache.http.HttpResponse.class,
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.client.utils.HttpClientUtils",
            "closeQuietly",
            0,
            w -> org.apache.http.client.utils.HttpClientUtils.closeQuietly(response4(w)),
            org.apache.http.HttpResponse.class),
        given(
            "org.apache.http.client.utils.URLEncodedUtils",
            "parse",
            0,
            w -> org.apache.http.client.utils.URLEncodedUtils.parse(form4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.http.entity.BufferedHttpEntity",
            "<init>",
            0,
            w -> new org.apache.http.entity.BufferedHttpEntity(entity4(w)),
            org.apache.http.HttpEntity.class),
        given(
            "org.apache.hc.core5.http.io.entity.EntityUtils",
            "consume",
            0,
            w -> org.apache.hc.core5.http.io.entity.EntityUtils.consume(entity5(w)),
            org.apache.hc.core5.http.HttpEntity.class),
        given(
            "org.apache.hc.core5.http.io.entity.EntityUtils",
            "toString",
            0,
            w -> org.apache.hc.core5.http.io.entity.EntityUtils.toString(entity5(w)),
            org.apache.hc.core5.http.HttpEntity.class),
        given(
            "org.apache.hc.core5.http.io.entity.EntityUtils",
            "toByteArray",
            0,
            w -> org.apache.hc.core5.http.io.entity.EntityUtils.toByteArray(entity5(w)),
            org.apache.hc.core5.http.HttpEntity.class),
        given(
            "org.apache.hc.core5.http.io.entity.EntityUtils",
            "parse",
            0,
            w -> org.apache.hc.core5.http.io.entity.EntityUtils.parse(form5(w)),
            org.apache.hc.core5.http.HttpEntity.class),
        given(
            "org.apache.hc.core5.io.Closer",
            "closeQuietly",
            0,
            w -> org.apache.hc.core5.io.Closer.closeQuietly(w.in),
            Closeable.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("apache")
  void closesWhatItIsGivenAsTheStubSays(Member member, int index, Use use) throws Exception {
    Watched watched = new Watched(FORM);
    use.of(watched);
    Contract contract = Stated.contract(member);
    assertTrue(contract.mentioned(), "no stub mentions " + member);
    assertEquals(watched.isClosed(), contract.says(Word.RELEASES, Slot.parameter(index)));
  }

  private static org.apache.http.HttpEntity entity4(Watched watched) {
    return new org.apache.http.entity.InputStreamEntity(
        watched.in, org.apache.http.entity.ContentType.TEXT_PLAIN);
  }

  private static org.apache.http.HttpEntity form4(Watched watched) {
    return new org.apache.http.entity.InputStreamEntity(
        watched.in, org.apache.http.entity.ContentType.APPLICATION_FORM_URLENCODED);
  }

  private static org.apache.http.HttpResponse response4(Watched watched) {
    org.apache.http.HttpResponse response =
        new org.apache.http.message.BasicHttpResponse(
            org.apache.http.HttpVersion.HTTP_1_1, 200, "OK");
    response.setEntity(entity4(watched));
    return response;
  }

  private static void replaceEntity(Watched watched) throws Exception {
    org.apache.http.util.EntityUtils.updateEntity(
        response4(watched), new org.apache.http.entity.StringEntity("other"));
  }

  private static org.apache.hc.core5.http.HttpEntity entity5(Watched watched) {
    return new org.apache.hc.core5.http.io.entity.InputStreamEntity(
        watched.in, org.apache.hc.core5.http.ContentType.TEXT_PLAIN);
  }

  private static org.apache.hc.core5.http.HttpEntity form5(Watched watched) {
    return new org.apache.hc.core5.http.io.entity.InputStreamEntity(
        watched.in, org.apache.hc.core5.http.ContentType.APPLICATION_FORM_URLENCODED);
  }

  private static Arguments given(
      String type, String name, int index, Use use, Class<?>... parameters) {
    return arguments(Stated.member(type, name, parameters), index, use);
  }

  /** A call that may throw anything. */
  private interface Use {
    void of(Watched watched) throws Exception;
  }
}
