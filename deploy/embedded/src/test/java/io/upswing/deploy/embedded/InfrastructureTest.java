package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** The shared servers answer their real clients. */
class InfrastructureTest {
    private final Infrastructure infrastructure = Infrastructure.get();

    @Test
    void kafka_has_the_topics_that_were_created_and_no_others() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("facts", 12, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.listTopics().names().get()).contains("facts");
        }
    }

    @Test
    void a_database_is_fresh_each_time_it_is_asked_for() throws SQLException {
        execute(infrastructure.database("facts"), "create table fact (id int primary key)");
        execute(infrastructure.database("facts"), "create table fact (id int primary key)");
    }

    @Test
    void postgres_has_what_an_exclusion_constraint_needs() throws SQLException {
        var database = infrastructure.database("chairs");
        execute(database, "create extension btree_gist");
        execute(
                database,
                "create table seat (chair uuid, during tstzrange, exclude using gist (chair with =, during with &&))");
    }

    @Test
    void mail_is_read_by_the_address_it_was_sent_to() throws MessagingException {
        send("ama+1@example.org", "Your visit", "Tuesday at nine.\nSee you.");
        var mail = infrastructure.mails("ama+1@example.org").getLast();
        assertThat(mail.from()).isEqualTo("clinic@example.org");
        assertThat(mail.subject()).isEqualTo("Your visit");
        assertThat(mail.text()).isEqualTo("Tuesday at nine.\nSee you.");
        assertThat(mail.html()).isNull();
        assertThat(infrastructure.mails("ben@example.org")).isEmpty();
    }

    @Test
    void the_test_resource_gives_a_service_all_it_needs_and_an_empty_log() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("left-over", 1, (short) 1)))
                    .all()
                    .get();
            var settings = new UpswingTestResource().start();
            assertThat(settings)
                    .containsEntry("kafka.bootstrap.servers", infrastructure.bootstrapServers())
                    .containsKeys("quarkus.datasource.jdbc.url", "quarkus.oidc.public-key", "upswing.mail.port");
            assertThat(admin.listTopics().names().get()).doesNotContain("left-over");
        }
    }

    private void send(String to, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", infrastructure.smtpHost());
        properties.setProperty("mail.smtp.port", Integer.toString(infrastructure.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("clinic@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
