package dev.holdfast.cases.edges;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Every login of the process has a limit. */
final class MissingQueryTimeoutSilentForTheProcess {
  private static final String ARCHIVE = "jdbc:postgresql://archive/clearing";
  private static final int LIMIT = 2;

  private final String address;
  private final Properties login;

  MissingQueryTimeoutSilentForTheProcess(String address, Properties login) {
    this.address = address;
    this.login = login;
    DriverManager.setLoginTimeout(LIMIT);
  }

  Connection ofTheCaller() throws SQLException {
    return DriverManager.getConnection(address, login);
  }

  Connection ofTheArchive() throws SQLException {
    return DriverManager.getConnection(ARCHIVE);
  }
}
