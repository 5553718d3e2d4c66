package dev.holdfast.cases.edges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Lookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.ApplicationScope;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.annotation.SessionScope;

/** Short-lived objects that are asked for anew, stand behind a proxy or are not kept. */
final class ShorterLivedCapturedSilent {
  private ShorterLivedCapturedSilent() {}

  /** One for each use. */
  @Component
  @Scope("prototype")
  static class Totals {
    private long cents;

    long add(long amount) {
      cents += amount;
      return cents;
    }
  }

  /** One for each request, with nothing in between. */
  @Component
  @Scope("request")
  static class Caller {
    private String name;

    String name() {
      return name;
    }

    void is(String caller) {
      name = caller;
    }
  }

  /** One for each session, behind a proxy. */
  @Component
  @Scope(value = "session", proxyMode = ScopedProxyMode.TARGET_CLASS)
  static class Basket {
    private int articles;

    int add() {
      return ++articles;
    }
  }

  /** One for each request, behind a proxy that it has by default. */
  @Component
  @RequestScope
  static class Clock {
    private final long started = System.nanoTime();

    long elapsed() {
      return System.nanoTime() - started;
    }
  }

  /** The same for sessions. */
  @SessionScope
  @Component
  static class Visitor implements Serializable {
    private static final long serialVersionUID = 1;

    private String name;

    String name() {
      return name;
    }

    void is(String visitor) {
      name = visitor;
    }
  }

  /** Proxies find the object of the request. */
  @Service
  static class Checkout {
    @Autowired private Visitor visitor;
    private final Basket basket;
    private final Clock clock;

    Checkout(Basket basket, Clock clock) {
      this.basket = basket;
      this.clock = clock;
    }

    String pay() {
      return visitor.name() + basket.add() + clock.elapsed();
    }
  }

  /** Asks for a new one each time. */
  @Service
  static class Invoices {
    private final ObjectProvider<Totals> totals;
    @Autowired private ObjectFactory<Caller> caller;

    Invoices(ObjectProvider<Totals> totals) {
      this.totals = totals;
    }

    long sum(long[] lines) {
      Totals fresh = totals.getObject();
      long sum = caller.getObject().name().length();
      for (long line : lines) {
        sum = fresh.add(line);
      }
      return sum;
    }
  }

  /** Providers of Jakarta and suppliers. */
  @Singleton
  static class Reports {
    private final Provider<Caller> caller;
    private final Supplier<Totals> totals;

    @Inject
    Reports(Provider<Caller> caller, Supplier<Totals> totals) {
      this.caller = caller;
      this.totals = totals;
    }

    String report() {
      return caller.get().name() + totals.get().add(1);
    }
  }

  /** The container overrides the method. */
  @Component
  abstract static class Jobs {
    @Lookup
    abstract Totals totals();

    long run(long amount) {
      return totals().add(amount);
    }
  }

  /** What is lazy is looked up at each call. */
  @Service
  static class Hints {
    @Autowired @Lazy private Caller caller;
    private final Caller other;

    @Autowired
    Hints(@Lazy Caller other) {
      this.other = other;
    }

    String hint() {
      return caller.name() + other.name();
    }
  }

  /** Asked while it is made, and not kept. */
  @Service
  static class Banner {
    private final String text;

    Banner(Totals totals, @Autowired Caller caller) {
      text = caller.name() + totals.add(1);
    }

    String text() {
      return text;
    }
  }

  /** Lives no longer than what it keeps. */
  @Component
  @Scope("request")
  static class Page {
    private final Caller caller;
    @Autowired private Totals totals;

    Page(Caller caller) {
      this.caller = caller;
    }

    String render() {
      return caller.name() + totals.add(2);
    }
  }

  /** A service, but one for each use. */
  @Service
  @Scope("prototype")
  static class Import {
    private final Totals totals;

    Import(Totals totals) {
      this.totals = totals;
    }

    long line(long amount) {
      return totals.add(amount);
    }
  }

  /** CDI puts a client proxy into everything. */
  @RequestScoped
  static class Tenant {
    private String name;

    String name() {
      return name;
    }

    void is(String tenant) {
      name = tenant;
    }
  }

  /** The same for sessions. */
  @SessionScoped
  static class Preferences implements Serializable {
    private static final long serialVersionUID = 1;

    private String language;

    String language() {
      return language;
    }

    void speak(String code) {
      language = code;
    }
  }

  /** Made for its owner, and lives as long. */
  @Dependent
  static class Counter {
    private int count;

    int next() {
      return ++count;
    }
  }

  /** Scopes of CDI. */
  @ApplicationScoped
  static class Ledger {
    @Inject private Tenant tenant;
    @Inject private Counter counter;
    @Inject private Instance<Caller> caller;
    private final Preferences preferences;

    @Inject
    Ledger(Preferences preferences) {
      this.preferences = preferences;
    }

    String book() {
      return tenant.name() + counter.next() + preferences.language() + caller.get().name();
    }
  }

  /** What containers put in for a request is a proxy. */
  @RestController
  static class Accounts {
    @Autowired private HttpServletRequest request;
    private final HttpServletResponse response;

    Accounts(HttpServletResponse response) {
      this.response = response;
    }

    @GetMapping("/account")
    String show() {
      response.setHeader("Vary", "Cookie");
      return request.getRemoteUser();
    }
  }

  /** So it is for JAX-RS. */
  @jakarta.ws.rs.ext.Provider
  static class Languages {
    @Context private HttpServletRequest request;
    private HttpServletResponse response;

    @Context
    void setResponse(HttpServletResponse response) {
      this.response = response;
    }

    String language() {
      return request.getLocale() + response.getContentType();
    }
  }

  /** Each thread has its own. */
  @Component
  static class Requests implements Filter {
    private static final ThreadLocal<ServletRequest> CURRENT = new ThreadLocal<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      CURRENT.set(request);
      try {
        chain.doFilter(request, response);
      } finally {
        CURRENT.remove();
      }
    }

    static ServletRequest current() {
      return CURRENT.get();
    }
  }

  /** Kept as long as somebody else does. */
  @Component
  static class Last {
    private WeakReference<HttpServletRequest> request;

    void saw(HttpServletRequest seen) {
      request = new WeakReference<>(seen);
    }

    boolean isAlive() {
      return request != null && request.get() != null;
    }
  }

  /** Handed on, and only what was read from it kept. */
  static class Search extends HttpServlet {
    private static final long serialVersionUID = 1;

    private volatile String lastAgent;
    private transient ServletContext context;

    @Override
    public void init() {
      context = getServletContext();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      lastAgent = request.getHeader("User-Agent");
      response.getWriter().print(term(request));
      context.log(lastAgent);
    }

    private static String term(HttpServletRequest request) {
      return request.getParameter("q");
    }
  }

  /** An object for each request, of a class that nobody calls a singleton. */
  static final class Logged extends HttpServletRequestWrapper {
    private final HttpServletRequest inner;

    Logged(HttpServletRequest inner) {
      super(inner);
      this.inner = inner;
    }

    String line() {
      return inner.getMethod() + " " + inner.getRequestURI();
    }
  }

  /** Wraps each request in one, and keeps its configuration. */
  static final class Logging implements Filter {
    private FilterConfig configuration;

    @Override
    public void init(FilterConfig configuration) {
      this.configuration = configuration;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      Logged logged = new Logged((HttpServletRequest) request);
      configuration.getServletContext().log(logged.line());
      chain.doFilter(logged, response);
    }
  }

  /** A controller for each request, as some older frameworks have it. */
  @Controller
  @Scope("request")
  static class Upload {
    private HttpServletRequest request;

    void setServletRequest(HttpServletRequest request) {
      this.request = request;
    }

    int size() {
      return request.getContentLength();
    }
  }

  /** What keeps is itself one for each use. */
  static final class Mailer {
    private final Caller caller;

    Mailer(Caller caller) {
      this.caller = caller;
    }

    String subject() {
      return caller.name();
    }
  }

  /** Makes what lives no longer than its parts, and what only asks them. */
  @Configuration
  static class Beans {
    @Bean
    @Scope("request")
    Mailer mailer(Caller caller) {
      return new Mailer(caller);
    }

    @Bean
    @RequestScope
    Mailer proxied(Caller caller) {
      return new Mailer(caller);
    }

    @Bean
    StringBuilder greeting(Caller caller) {
      return new StringBuilder(caller.name());
    }
  }

  /** One for all, and so is what it keeps. */
  @ApplicationScope
  @Component
  static class Settings {
    private final Checkout checkout;
    @Autowired private Banner banner;

    Settings(Checkout checkout) {
      this.checkout = checkout;
    }

    String all() {
      return banner.text() + checkout.pay();
    }
  }

  /** One for each of those who use it: set up once, it remembers nothing. */
  @Component
  @Scope("prototype")
  static class Retry {
    private int attempts = 3;

    void setAttempts(int times) {
      attempts = times;
    }

    void run(Runnable task) {
      for (int i = 1; i < attempts; i++) {
        try {
          task.run();
          return;
        } catch (IllegalStateException again) {
          Thread.onSpinWait();
        }
      }
      task.run();
    }
  }

  /** Has one of its own, which is what it asked for. */
  @Service
  static class Uploads {
    private final Retry retry;

    Uploads(Retry retry) {
      this.retry = retry;
      retry.setAttempts(5);
    }

    void upload(Runnable transfer) {
      retry.setAttempts(7);
      retry.run(transfer);
    }
  }

  /** What pages have in common. */
  abstract static class BasePage {
    protected HttpServletRequest request;

    void enter(HttpServletRequest request) {
      this.request = request;
    }
  }

  /** A page is made for each request. */
  @Controller
  @Scope("request")
  static class OrderPage extends BasePage {
    @GetMapping("/orders")
    String list() {
      return "orders of " + request.getRemoteUser();
    }
  }

  /** What nobody has made a component is not filled by a container. */
  static final class Batch {
    private final Totals totals;
    private Caller caller;

    Batch(Totals totals) {
      this.totals = totals;
    }

    void as(Caller caller) {
      this.caller = caller;
    }

    String run() {
      return caller.name() + totals.add(3);
    }
  }
}
