package io.upswing.deploy.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** The databases of one PostgreSQL server. */
public record Databases(String host, int port, String username, String password) {

    public Database named(String name) {
        return new Database("jdbc:postgresql://" + host + ":" + port + "/" + name, username, password);
    }

    /** Creates the database, empty; one of that name must not be there. */
    public Database create(String name) {
        execute("create database \"" + name + "\"");
        return named(name);
    }

    /** Drops the database if it is there, whoever is connected. */
    public void drop(String name) {
        execute("drop database if exists \"" + name + "\" with (force)");
    }

    public boolean has(String name) {
        try (var connection = connect();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the server lets a client in. */
    public boolean answer() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        // Not through DriverManager, which hides drivers from other class loaders
        var connection = new Driver().connect(named("postgres").url(), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL");
        }
        return connection;
    }
}
