package dev.holdfast.cases.edges;

import com.google.inject.servlet.RequestScoped;
import com.google.inject.servlet.SessionScoped;
import dev.holdfast.annotations.Lives;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** Objects that serve everybody keep what belongs to one request, one session or one use. */
final class ShorterLivedCapturedFlagged {
  private ShorterLivedCapturedFlagged() {}

  /** What a user has put aside so far. */
  @Component
  @Scope("session")
  static class Basket {
    private final List<String> articles = new ArrayList<>();
    private String user;

    void add(String article) {
      articles.add(article);
    }

    void login(String name) {
      user = name;
    }

    String owner() {
      return user;
    }
  }

  /** Who asks, and in which language. */
  @Component
  @Scope(value = WebApplicationContext.SCOPE_REQUEST, proxyMode = ScopedProxyMode.NO)
  static class Caller {
    private String language;

    void speaks(String code) {
      language = code;
    }

    String language() {
      return language;
    }
  }

  /** Adds up the lines of one invoice. */
  @Component
  @Scope(scopeName = "prototype")
  static class Totals {
    private long cents;

    void line(long amount) {
      cents += amount;
    }

    long total() {
      return cents;
    }
  }

  /** By its only constructor, as Spring does it without an annotation. */
  @Service
  static class Checkout {
    private final Basket basket;

    Checkout(Basket basket) {
      this.basket = basket; // possible: ShorterLivedCaptured
    }

    String pay(String method) {
      return basket.owner() + " pays by " + method;
    }
  }

  /** Into a field. The class file knows no lines of fields. */
  @RestController
  static class Greetings { // possible@bytecode: ShorterLivedCaptured — the class
    @Autowired private Caller caller; // possible@source: ShorterLivedCaptured — not in class files

    @GetMapping("/hello")
    String hello() {
      return "de".equals(caller.language()) ? "Hallo" : "Hello";
    }
  }

  /** By a setter, one for each use that is used again and again. */
  @Service
  static class Invoices {
    private Totals totals;

    @Autowired
    void setTotals(Totals totals) {
      this.totals = totals; // possible: ShorterLivedCaptured
    }

    long sum(List<Long> lines) {
      lines.forEach(totals::line);
      return totals.total();
    }
  }

  /** By the constructor that carries the annotation, checked on the way. */
  @Component
  static class Discounts {
    private final Basket basket;
    private final int percent;

    @Autowired
    Discounts(Basket basket) {
      this(Objects.requireNonNull(basket), 5); // possible: ShorterLivedCaptured
    }

    Discounts(Basket basket, int percent) {
      this.basket = basket;
      this.percent = percent;
    }

    String offer() {
      return percent + " for " + basket.owner();
    }
  }

  /** The tenant of a request, as Guice makes it: with nothing in between. */
  @RequestScoped
  static class Tenant {
    private String name;

    void is(String tenant) {
      name = tenant;
    }

    String name() {
      return name;
    }
  }

  /** Guice, into the constructor. */
  @Singleton
  static class Ledger {
    private final Tenant tenant;

    @Inject
    Ledger(Tenant tenant) {
      this.tenant = Objects.requireNonNull(tenant); // possible: ShorterLivedCaptured
    }

    String book(String entry) {
      return tenant.name() + ": " + entry;
    }
  }

  /** What a session has read. */
  @SessionScoped
  static class Reader {
    private int pages;

    int next() {
      return ++pages;
    }
  }

  /** Guice's own annotations, into the field of a servlet. */
  @com.google.inject.Singleton
  static class Pages extends HttpServlet { // possible@bytecode: ShorterLivedCaptured — the class
    private static final long serialVersionUID = 1;

    @com.google.inject.Inject
    private transient Reader reader; // possible@source: ShorterLivedCaptured — no such line there

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(reader.next());
    }
  }

  /** A stereotype of the team's own. */
  @Service
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface UseCase {}

  /** A scope of the team's own. */
  @Component
  @Scope("request")
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface PerRequest {}

  /** Notes of one request. */
  @PerRequest
  static class Audit {
    private final List<String> notes = new ArrayList<>();

    void note(String text) {
      notes.add(text);
    }
  }

  /** Both composed. */
  @UseCase
  static class Transfer {
    private final Audit audit;

    Transfer(Audit audit) {
      this.audit = audit; // possible: ShorterLivedCaptured
    }

    void run(String from, String to) {
      audit.note(from + " to " + to);
    }
  }

  /** What keeps is made by a method of a configuration. */
  static final class Mailer {
    private final Caller caller;

    Mailer(Caller caller) {
      this.caller = caller;
    }

    String subject() {
      return caller.language();
    }
  }

  /** Makes one mailer for all. */
  @Configuration
  static class MailConfiguration {
    @Bean
    Mailer mailer(Caller caller) {
      return new Mailer(caller); // possible: ShorterLivedCaptured
    }
  }

  /** The superclass keeps it. */
  abstract static class WithBasket {
    private final Basket basket;

    WithBasket(Basket basket) {
      this.basket = basket;
    }

    String owner() {
      return basket.owner();
    }
  }

  /** Hands it up. */
  @Service
  static class Vouchers extends WithBasket {
    Vouchers(Basket basket) {
      super(basket); // possible: ShorterLivedCaptured
    }

    String voucher() {
      return "for " + owner();
    }
  }

  /** A servlet keeps the request of whoever came last. */
  static class Search extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient HttpServletRequest request;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      this.request = request; // possible: ShorterLivedCaptured
      response.getWriter().print(term());
    }

    private String term() {
      return request.getParameter("q");
    }
  }

  /** A filter, with the general types. */
  static final class Tracing implements Filter {
    private ServletRequest current;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      current = request; // possible: ShorterLivedCaptured
      chain.doFilter(request, response);
    }

    String address() {
      return current == null ? "" : current.getRemoteAddr();
    }
  }

  /** The session of one user, for all. */
  @RestController
  static class Accounts {
    private HttpSession session;

    @GetMapping("/account")
    String show(HttpSession session) {
      this.session = session; // possible: ShorterLivedCaptured
      return name();
    }

    private String name() {
      return (String) session.getAttribute("user");
    }
  }

  /** What controllers have in common, called before each of their handlers. */
  abstract static class BaseController {
    protected HttpServletRequest request;
    protected HttpSession session;

    @ModelAttribute
    void enter(HttpServletRequest request) {
      this.request = request; // possible: ShorterLivedCaptured
      this.session = request.getSession(); // possible: ShorterLivedCaptured
    }
  }

  /** One controller for all. */
  @Controller
  static class Orders extends BaseController {
    @GetMapping("/orders")
    String list() {
      return "orders of " + request.getRemoteUser();
    }
  }

  /** A value for one use, filled for each. */
  @Component
  @Scope("prototype")
  static class Letter {
    private String to;

    void setTo(String address) {
      to = address;
    }

    String to() {
      return to;
    }
  }

  /** Fills the same one each time. */
  @Service
  static class Letters {
    private final Letter letter;

    Letters(Letter letter) {
      this.letter = letter; // possible: ShorterLivedCaptured
    }

    String send(String address) {
      letter.setTo(address);
      return letter.to();
    }
  }

  /** A static field serves everybody, whoever writes it. */
  static final class Current {
    private static HttpServletRequest request;

    private Current() {}

    static void enter(HttpServletRequest entering) {
      request = entering; // possible: ShorterLivedCaptured
    }

    static String user() {
      return request.getRemoteUser();
    }
  }

  /** One filter for all requests of a JAX-RS application. */
  @Provider
  static class Tokens implements ContainerRequestFilter {
    private ContainerRequestContext context;

    @Override
    public void filter(ContainerRequestContext context) {
      this.context = context; // possible: ShorterLivedCaptured
      require("Authorization");
    }

    private void require(String header) {
      if (context.getHeaderString(header) == null) {
        throw new IllegalStateException(header);
      }
    }
  }

  /** Said by the words of Holdfast. */
  @Lives(dev.holdfast.annotations.Scope.REQUEST)
  static final class Draft {
    private String text;

    void write(String more) {
      text = text == null ? more : text + more;
    }
  }

  /** And so is the one that keeps it. */
  @Lives(dev.holdfast.annotations.Scope.PROCESS)
  static final class Drafts {
    private Draft last;

    void open(Draft draft) {
      last = draft; // possible: ShorterLivedCaptured
    }

    void write(String text) {
      last.write(text);
    }
  }
}
