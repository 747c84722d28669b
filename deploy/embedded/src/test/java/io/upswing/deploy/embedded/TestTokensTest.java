package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final String token = TestTokens.token(List.of("nurse", "front-desk"), "north \"1\"", "ama");
    private final String[] parts = token.split("\\.", -1);

    @Test
    void says_who_where_and_what() throws Exception {
        var claims = new ObjectMapper().readTree(BASE64.decode(parts[1]));
        assertThat(claims.get("sub").asText()).isEqualTo("ama");
        assertThat(claims.get("clinic").asText()).isEqualTo("north \"1\"");
        assertThat(claims.get("groups")).extracting(role -> role.asText()).containsExactly("nurse", "front-desk");
    }

    @Test
    void is_verified_by_the_key_that_the_services_get() throws Exception {
        var encoded = Base64.getDecoder().decode(Infrastructure.get().publicKey());
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(BASE64.decode(parts[2]))).isTrue();
    }
}
