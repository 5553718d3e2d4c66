package dev.holdfast.exam;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestTemplate;

@Service
public class CreditCheckGateway {

  private static final String URL = "https://credit.internal/checks/{customer}";

  private final RestTemplate rest = new RestTemplate(new LimitedRequestFactory());

  public boolean isBlocked(long customerId) {
    return rest.headForHeaders(URL, customerId).containsKey("X-Blocked");
  }

  public HttpStatusCode refresh(long customerId) {
    ResponseEntity<Void> answer = rest.postForEntity(URL, null, Void.class, customerId);
    return answer.getStatusCode();
  }

  public void forget(long customerId) {
    rest.delete(URL, customerId);
  }
}
