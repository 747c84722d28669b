package io.upswing.deploy.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Gives a service under {@code @QuarkusTest} its Kafka, a fresh database, SMTP and the key of {@link TestTokens}. Every
 * start deletes the topics that were there, so that a service finds an empty log beside its empty database.
 */
public class UpswingTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var infrastructure = Infrastructure.get();
        var kafka = CompletableFuture.supplyAsync(infrastructure::bootstrapServers);
        var smtp = CompletableFuture.supplyAsync(infrastructure::smtpPort);
        var database =
                infrastructure.database("test_" + UUID.randomUUID().toString().substring(0, 8));
        deleteTopics(kafka.join());
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", kafka.join(),
                "upswing.mail.host", infrastructure.smtpHost(),
                "upswing.mail.port", Integer.toString(smtp.join()),
                "quarkus.oidc.public-key", infrastructure.publicKey(),
                "upswing.links.key", "a key of tests, known to everybody");
    }

    /** The servers end with the JVM, others may still use them. */
    @Override
    public void stop() {}

    private static void deleteTopics(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var topics = List.copyOf(admin.listTopics().names().get());
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
