package dev.holdfast.cases.edges;

import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.Protocol;

/** Methods of one's own that give back what they get. */
class PooledObjectNotReturnedSilentHooks {
  private final ConnectionPool pool;

  PooledObjectNotReturnedSilentHooks(ConnectionPool pool) {
    this.pool = pool;
  }

  String ask() {
    Connection connection = pool.getResource();
    return execute(connection);
  }

  protected String execute(Connection connection) {
    try (connection) {
      connection.sendCommand(Protocol.Command.PING);
      return connection.getStatusCodeReply();
    }
  }

  private enum Question {
    PING {
      @Override
      String ask(Connection connection) {
        try (connection) {
          connection.sendCommand(Protocol.Command.PING);
          return connection.getStatusCodeReply();
        }
      }
    },
    NONE {
      @Override
      String ask(Connection connection) {
        connection.close();
        return "";
      }
    };

    abstract String ask(Connection connection);
  }

  String question(boolean none) {
    Question question = none ? Question.NONE : Question.PING;
    Connection connection = pool.getResource();
    return question.ask(connection);
  }
}
