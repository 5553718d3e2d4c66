package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements and logins that come to an end, or belong to somebody else. */
@Accepted(rule = "UnclosedResource", because = "shows what waits")
final class MissingQueryTimeoutSilent {
  private static final int SECONDS = 3;

  private MissingQueryTimeoutSilent() {}

  static final class OrdersHealthIndicator {
    private final DataSource source;
    private final JdbcTemplate template;
    private final Executor executor;

    OrdersHealthIndicator(DataSource source, Executor executor) {
      this.source = source;
      this.executor = executor;
      this.template = new JdbcTemplate(source);
      template.setQueryTimeout(SECONDS);
    }

    boolean statementInTime() throws SQLException {
      try (Connection connection = source.getConnection();
          Statement one = connection.createStatement()) {
        one.setQueryTimeout(SECONDS);
        return one.execute("select 1");
      }
    }

    /** Bounds each read of the connection. */
    boolean networkInTime() throws SQLException {
      try (Connection connection = source.getConnection()) {
        connection.setNetworkTimeout(executor, 3_000);
        try (Statement one = connection.createStatement()) {
          return one.execute("select 1");
        }
      }
    }

    boolean setByAHelper() throws SQLException {
      try (Connection connection = source.getConnection();
          PreparedStatement one = inTime(connection.prepareStatement("select 1"))) {
        return one.execute();
      }
    }

    private static PreparedStatement inTime(PreparedStatement statement) throws SQLException {
      statement.setQueryTimeout(SECONDS);
      return statement;
    }

    boolean madeByAHelper() throws SQLException {
      try (Connection connection = source.getConnection();
          Statement one = shortOne(connection)) {
        return one.execute("select 1");
      }
    }

    private static Statement shortOne(Connection connection) throws SQLException {
      Statement statement = connection.createStatement();
      statement.setQueryTimeout(1);
      return statement;
    }

    boolean valid() throws SQLException {
      try (Connection connection = source.getConnection()) {
        return connection.isValid(SECONDS);
      }
    }

    boolean validFor(Connection connection, Duration limit) throws SQLException {
      return connection.isValid((int) limit.toSeconds());
    }

    int countedByTheTemplate() {
      Integer count = template.queryForObject("select 1", Integer.class);
      return count == null ? 0 : count;
    }

    /** Whoever made it may have bounded it. */
    boolean withTheirTemplate(JdbcTemplate theirs) {
      return theirs.queryForObject("select 1", Integer.class) == 1;
    }

    boolean withTheirStatement(PreparedStatement theirs) throws SQLException {
      try (ResultSet rows = theirs.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The pool gives each statement its limit. */
  static final class PoolHealth {
    private final BasicDataSource pool = new BasicDataSource();

    PoolHealth(String address) {
      pool.setUrl(address);
      pool.setMaxWait(Duration.ofSeconds(2));
      pool.setDefaultQueryTimeout(SECONDS);
    }

    boolean isReady() throws SQLException {
      try (Connection connection = pool.getConnection();
          Statement one = connection.createStatement()) {
        return one.execute("select 1");
      }
    }

    void close() throws SQLException {
      pool.close();
    }
  }

  /** The driver reads it from the address. */
  static final class InTheAddress {
    private static final String ADDRESS =
        "jdbc:mysql://orders-db/orders?connectTimeout=2000&socketTimeout=5000";

    private InTheAddress() {}

    static boolean ping() throws SQLException {
      try (Connection connection = DriverManager.getConnection(ADDRESS);
          Statement one = connection.createStatement()) {
        return one.execute("select 1");
      }
    }
  }

  static final class InTheProperties {
    private InTheProperties() {}

    static Connection open(String user) throws SQLException {
      Properties login = new Properties();
      login.setProperty("user", user);
      login.setProperty("loginTimeout", "3");
      return DriverManager.getConnection("jdbc:postgresql://reports/sales", login);
    }
  }

  /** The session tells the server. */
  static final class InTheSession {
    private InTheSession() {}

    static int count(DataSource source) throws SQLException {
      try (Connection connection = source.getConnection();
          Statement count = connection.createStatement()) {
        count.execute("set statement_timeout = 5000");
        return count.executeUpdate("delete from expired");
      }
    }
  }

  /** A hint to the optimizer of one statement. */
  static final class InTheStatement {
    private InTheStatement() {}

    static int purge(DataSource source) throws SQLException {
      try (Connection connection = source.getConnection();
          Statement purge = connection.createStatement()) {
        return purge.executeUpdate("select /*+ MAX_EXECUTION_TIME(1000) */ 1");
      }
    }
  }

  static String savedByANameOnly(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getCatalog();
    }
  }
}
