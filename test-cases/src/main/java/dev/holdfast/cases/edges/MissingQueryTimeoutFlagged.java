package dev.holdfast.cases.edges;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Logins and statements that wait for as long as the database likes. */
final class MissingQueryTimeoutFlagged {
  private static final String ORDERS = "jdbc:mysql://orders-db:3306/orders";

  private MissingQueryTimeoutFlagged() {}

  /** Asked when something hangs, and hangs with it. */
  static final class DatabaseHealthIndicator {
    private final DataSource source;

    DatabaseHealthIndicator(DataSource source) {
      this.source = source;
    }

    boolean isUp() throws SQLException {
      try (Connection connection = source.getConnection();
          Statement probe = connection.createStatement()) { // expect: MissingQueryTimeout
        return probe.execute("select 1");
      }
    }
  }

  static final class Replicas {
    private final List<DataSource> replicas;

    Replicas(List<DataSource> replicas) {
      this.replicas = replicas;
    }

    boolean isReady() throws SQLException {
      for (DataSource replica : replicas) {
        try (Connection connection = replica.getConnection();
            PreparedStatement lag =
                connection.prepareStatement( // expect: MissingQueryTimeout
                    "select lag from replica")) {
          if (!lag.executeQuery().next()) {
            return false;
          }
        }
      }
      return true;
    }

    boolean isAlive() throws SQLException {
      return !replicas.isEmpty() && answers(replicas.get(0));
    }

    private static boolean answers(DataSource replica) throws SQLException {
      try (Connection connection = replica.getConnection();
          Statement statement = connection.createStatement()) { // expect: MissingQueryTimeout
        return statement.execute("select 1");
      }
    }

    void ping(DataSource primary) throws SQLException {
      try (Connection connection = primary.getConnection()) {
        CallableStatement noop =
            connection.prepareCall("{call noop()}"); // expect: MissingQueryTimeout
        noop.execute();
      }
    }

    BooleanSupplier readiness(DataSource primary) {
      return () -> {
        try (Connection connection = primary.getConnection();
            Statement one = connection.createStatement()) { // expect: MissingQueryTimeout
          return one.execute("select 1");
        } catch (SQLException e) {
          return false;
        }
      };
    }

    /** Somebody else may have given the connection a limit for each read. */
    boolean isHealthy(Connection connection) throws SQLException {
      try (Statement one = connection.createStatement()) { // possible: MissingQueryTimeout
        return one.execute("select 1");
      }
    }
  }

  static final class TemplateHealthCheck {
    private final JdbcTemplate template;

    TemplateHealthCheck(DataSource source) {
      this.template = new JdbcTemplate(source); // expect: MissingQueryTimeout
    }

    boolean check() {
      return template.queryForObject("select 1", Integer.class) == 1;
    }
  }

  static boolean validForEver(Connection connection) throws SQLException {
    return connection.isValid(0); // expect: MissingQueryTimeout
  }

  static Connection loggedIn() throws SQLException {
    return DriverManager.getConnection(ORDERS); // expect: MissingQueryTimeout
  }

  static Connection loggedInAs(String user, String secret) throws SQLException {
    return DriverManager.getConnection( // expect: MissingQueryTimeout
        "jdbc:postgresql://reports/sales", user, secret);
  }

  static Connection ofATenant(String host, String tenant) throws SQLException {
    String address = "jdbc:mysql://" + host + "/" + tenant;
    return DriverManager.getConnection(address); // expect: MissingQueryTimeout
  }

  static Connection withProperties(String user) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    return DriverManager.getConnection(ORDERS, login); // expect: MissingQueryTimeout
  }

  /** What the address says is out of view. */
  static Connection fromTheConfiguration(String address) throws SQLException {
    return DriverManager.getConnection(address); // possible: MissingQueryTimeout
  }

  /** A report may take long: only a suggestion. */
  static int report(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement count =
            connection.prepareStatement( // possible: MissingQueryTimeout
                "select count(*) from sales");
        ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  static JdbcTemplate templateForAll(DataSource source) {
    return new JdbcTemplate(source); // possible: MissingQueryTimeout
  }
}
