package dev.holdfast.exam;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.MDC;

public class RequestContextFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String user = ((HttpServletRequest) request).getRemoteUser();
    RequestContext.begin(user);
    try (MDC.MDCCloseable ignored = MDC.putCloseable("user", String.valueOf(user))) {
      chain.doFilter(request, response);
    } finally {
      RequestContext.end();
    }
  }
}
