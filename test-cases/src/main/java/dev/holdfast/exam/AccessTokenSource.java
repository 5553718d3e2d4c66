package dev.holdfast.exam;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a valid access token for calls to the identity provider. */
public class AccessTokenSource {

  private static final Logger log = LoggerFactory.getLogger(AccessTokenSource.class);

  public interface TokenEndpoint {
    byte[] requestToken(String clientId) throws IOException;
  }

  record Grant(
      @JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {}

  private final TokenEndpoint endpoint;
  private Grant grant;
  private Instant expiry = Instant.MIN;

  public AccessTokenSource(TokenEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  public synchronized String token(String clientId) {
    if (Instant.now().isAfter(expiry)) {
      grant = fetch(clientId);
      expiry = Instant.now().plusSeconds(grant.seconds() - 30);
    }
    return grant.token();
  }

  private Grant fetch(String clientId) {
    try {
      byte[] body = endpoint.requestToken(clientId);
      return decode(body);
    } catch (IOException e) {
      log.warn("token endpoint failed, trying again", e);
      return fetch(clientId); // expect: UnboundedRecursion
    }
  }

  private static Grant decode(byte[] body) throws IOException {
    ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
    return mapper.readValue(body, Grant.class);
  }
}
