package dev.holdfast.exam;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;

/** Readiness of the databases that the clearing run needs. */
public class ClearingDatabaseProbe {

  private static final int LIMIT_SECONDS = 2;

  private final DataSource ledger;
  private final String archiveUrl;
  private final Properties archiveLogin;

  public ClearingDatabaseProbe(DataSource ledger, String archiveUrl, Properties archiveLogin) {
    this.ledger = ledger;
    this.archiveUrl = archiveUrl;
    this.archiveLogin = archiveLogin;
    DriverManager.setLoginTimeout(LIMIT_SECONDS);
  }

  public boolean ready() {
    return ledgerAlive() && archiveAlive();
  }

  private boolean ledgerAlive() {
    try (Connection connection = ledger.getConnection()) {
      return connection.isValid(LIMIT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean archiveAlive() {
    try (Connection connection = DriverManager.getConnection(archiveUrl, archiveLogin);
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(LIMIT_SECONDS);
      try (ResultSet row = statement.executeQuery("SELECT 1")) {
        return row.next();
      }
    } catch (SQLException e) {
      return false;
    }
  }
}
