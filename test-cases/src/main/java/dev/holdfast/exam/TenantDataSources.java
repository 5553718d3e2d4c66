package dev.holdfast.exam;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One connection pool per tenant; credentials are rotated by the vault agent. */
public final class TenantDataSources {

  private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();

  private TenantDataSources() {}

  public static DataSource forTenant(String tenant) {
    HikariDataSource pool = POOLS.get(tenant);
    if (pool == null) {
      throw new NoSuchElementException("unknown tenant " + tenant);
    }
    return pool;
  }

  public static void credentialsRotated(String tenant, String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("tenant-" + tenant);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    POOLS.put(tenant, new HikariDataSource(config)); // expect: CloseablesInStaticMap
  }
}
