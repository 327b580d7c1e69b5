package org.francophonie.dclic.identity.service;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.service.PasskeyService.Question;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of devices with passkeys, and whether they answered that (WebAuthn, level 3); nothing is kept here. */
@Component
class PasskeyChecks {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyChecks.class);
    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_ANSWER = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final Platform platform;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(new ObjectConverter());

    /** @param transports how the browser reaches it, with commas */
    record Asked(byte[] id, String transports) {}

    /**
     * A key that a device has made.
     *
     * @param key the public part, as it is given back to check signatures
     */
    record Made(byte[] id, byte[] key, long count, String transports) {}

    PasskeyChecks(Platform platform, JsonMapper json) {
        this.platform = platform;
        this.json = json;
    }

    /** @param known those that the person has already */
    Question askNew(Person person, List<Asked> known) {
        var challenge = challenge();
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenge));
        options.put("rp", Map.of("id", host(), "name", "D-CLIC"));
        options.put(
                "user",
                Map.of(
                        "id", text(bytes(person.id())),
                        "name", person.code(),
                        "displayName", person.displayName()));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        options.put("authenticatorSelection", Map.of("residentKey", "discouraged", "userVerification", "preferred"));
        options.put("attestation", "none");
        options.put("excludeCredentials", keys(known));
        options.put("timeout", PATIENCE.toMillis());
        return new Question(challenge, json.writeValueAsString(options));
    }

    Question askKnown(List<Asked> known) {
        var challenge = challenge();
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenge));
        options.put("rpId", host());
        options.put("allowCredentials", keys(known));
        options.put("userVerification", "preferred");
        options.put("timeout", PATIENCE.toMillis());
        return new Question(challenge, json.writeValueAsString(options));
    }

    private static List<Map<String, Object>> keys(List<Asked> known) {
        return known.stream()
                .map(asked -> {
                    var key = new LinkedHashMap<String, Object>();
                    key.put("type", "public-key");
                    key.put("id", text(asked.id()));
                    if (!asked.transports().isEmpty())
                        key.put("transports", List.of(asked.transports().split(",")));
                    return (Map<String, Object>) key;
                })
                .toList();
    }

    /** Nothing when that is no answer to the question. */
    Optional<Made> made(Question question, String answer) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        var parameters = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        return understood(() -> checks.verifyRegistrationResponseJSON(
                        answer, new RegistrationParameters(server(question), parameters, false, true)))
                .map(this::made);
    }

    private Made made(RegistrationData made) {
        var data = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(data.getAttestedCredentialData());
        var ways = Optional.ofNullable(made.getTransports()).orElse(Set.of()).stream()
                .map(AuthenticatorTransport::getValue)
                .filter(way -> way.matches("[a-z-]{1,20}"))
                .collect(Collectors.joining(","));
        return new Made(key.getCredentialId(), keys.convert(key), data.getSignCount(), ways);
    }

    /** The bytes are somebody else's, and the library says in many ways what is wrong with them. */
    private static <T> Optional<T> understood(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (MaliciousCounterValueException e) {
            throw e;
        } catch (BadOriginException | BadRpIdException e) {
            LOG.warn("a passkey was used at another address than dclic.base-url says: {}", e.getMessage());
            return Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** Which key the answer says it comes from; nothing when it is no answer at all. */
    Optional<byte[]> keyOf(String answer) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        return understood(() -> checks.parseAuthenticationResponseJSON(answer))
                .flatMap(given -> Optional.ofNullable(given.getCredentialId()));
    }

    /**
     * Did this key sign the question?
     *
     * @param count of its signatures, as it was last
     * @return the count as it is now; nothing when it did not
     * @throws MaliciousCounterValueException when the count falls back: there are two of it
     */
    Optional<Long> signed(Question question, String answer, byte[] key, long count) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(), null, null, null, count, keys.convert(key), null, null, null, null);
        return understood(() -> checks.verifyAuthenticationResponseJSON(
                        answer, new AuthenticationParameters(server(question), record, null, false, true)))
                .map(signed ->
                        Objects.requireNonNull(signed.getAuthenticatorData()).getSignCount());
    }

    private ServerProperty server(Question question) {
        return ServerProperty.builder()
                .origin(Origin.create(platform.baseUrl().toString()))
                .rpId(host())
                .challenge(new DefaultChallenge(question.challenge()))
                .build();
    }

    private String host() {
        return Objects.requireNonNull(platform.baseUrl().getHost());
    }

    private byte[] challenge() {
        var challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    private static byte[] bytes(PersonId person) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
