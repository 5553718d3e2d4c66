package dev.holdfast.exam;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
public class DatabaseHealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(DatabaseHealthIndicator.class);

  private final DataSource primary;
  private final DataSource replica;

  public DatabaseHealthIndicator(DataSource primary, DataSource replica) {
    this.primary = primary;
    this.replica = replica;
  }

  public boolean primaryHealthy() {
    try (Connection connection = primary.getConnection()) {
      return connection.isValid(0); // expect: MissingQueryTimeout
    } catch (SQLException e) {
      log.warn("primary database is down", e);
      return false;
    }
  }

  public boolean replicaReady() {
    try (Connection connection = replica.getConnection();
        Statement statement = connection.createStatement(); // expect: MissingQueryTimeout
        ResultSet row = statement.executeQuery("SELECT 1")) {
      return row.next();
    } catch (SQLException e) {
      log.warn("replica is down", e);
      return false;
    }
  }
}
