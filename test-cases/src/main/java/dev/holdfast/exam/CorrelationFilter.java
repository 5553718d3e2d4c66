package dev.holdfast.exam;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;

/** Gives every request a correlation id and a tenant. */
public class CorrelationFilter implements Filter {

  private static final String KEY = "correlationId";
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

  public static String currentTenant() {
    return TENANT.get();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String tenant = http.getHeader("X-Tenant");
    if (tenant != null) {
      TENANT.set(tenant); // expect: ThreadLocalNotRemoved
    }
    MDC.put(KEY, correlationId(http)); // possible: ThreadLocalNotRemoved
    chain.doFilter(request, response);
    MDC.remove(KEY);
  }

  private static String correlationId(HttpServletRequest request) {
    String given = request.getHeader("X-Correlation-Id");
    return given == null ? UUID.randomUUID().toString() : given;
  }
}
