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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.SecondFactorService.SetUp;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys as a second factor (WebAuthn, level 3): a key in the device, or in a small thing plugged into it, signs a question
 * that the platform asks. Nothing that could be typed on a wrong page is typed. Which make the key is does not matter here.
 */
@Service
public class PasskeyService {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyService.class);
    private static final String OWN = "asks about the signed-in person alone, who holds nothing before";
    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_ANSWER = 20_000;

    /** Keys of one person: enough for every device at home and at work. */
    private static final int MOST = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final JdbcClient sql;
    private final PersonRepository people;
    private final FactorBook book;
    private final SetupCodes setupCodes;
    private final SecondFactorLetters letters;
    private final Platform platform;
    private final Trail trail;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(new ObjectConverter());

    PasskeyService(
            JdbcClient sql,
            PersonRepository people,
            FactorBook book,
            SetupCodes setupCodes,
            SecondFactorLetters letters,
            Platform platform,
            Trail trail,
            JsonMapper json,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.people = people;
        this.book = book;
        this.setupCodes = setupCodes;
        this.letters = letters;
        this.platform = platform;
        this.trail = trail;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * A question to a device; its answer is good for this question alone.
     *
     * @param options for the browser, as JSON with bytes in base64url
     */
    public record Question(byte[] challenge, String options) {
        public Question {
            challenge = challenge.clone();
        }
    }

    @Open(OWN)
    public List<Passkey> mine() {
        return sql.sql("select id, label, made_at, used_at from identity.passkey where person_id = ? order by made_at")
                .param(FactorBook.me().value())
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("made_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant)))
                .list();
    }

    /**
     * May a key be added now? Asked before a device makes one.
     *
     * @return whether there is room for another one
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Open(OWN)
    public boolean mayAdd() {
        book.mayChange(FactorBook.me());
        return mine().size() < MOST;
    }

    /** Asks a device for a new key. */
    @Open(OWN)
    public Question askNew() {
        var me = FactorBook.me();
        var person = people.findById(me.value()).orElseThrow();
        var challenge = challenge();
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenge));
        options.put("rp", Map.of("id", host(), "name", "D-CLIC"));
        options.put(
                "user",
                Map.of(
                        "id", text(bytes(me)),
                        "name", person.code(),
                        "displayName", person.displayName()));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        options.put("authenticatorSelection", Map.of("residentKey", "discouraged", "userVerification", "preferred"));
        options.put("attestation", "none");
        options.put("excludeCredentials", known(me));
        options.put("timeout", PATIENCE.toMillis());
        return new Question(challenge, json.writeValueAsString(options));
    }

    /** Asks for a signature of one of the keys that are known. */
    @Open(OWN)
    public Question askKnown() {
        var challenge = challenge();
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenge));
        options.put("rpId", host());
        options.put("allowCredentials", known(FactorBook.me()));
        options.put("userVerification", "preferred");
        options.put("timeout", PATIENCE.toMillis());
        return new Question(challenge, json.writeValueAsString(options));
    }

    private List<Map<String, Object>> known(PersonId person) {
        return sql.sql("select credential_id, transports from identity.passkey where person_id = ? order by made_at")
                .param(person.value())
                .query((row, _) -> {
                    var key = new LinkedHashMap<String, Object>();
                    key.put("type", "public-key");
                    key.put("id", text(row.getBytes("credential_id")));
                    var ways = row.getString("transports");
                    if (!ways.isEmpty()) key.put("transports", List.of(ways.split(",")));
                    return (Map<String, Object>) key;
                })
                .list();
    }

    /**
     * A device has made a key: from now on it opens the second door. With the first factor of all come the codes to keep.
     *
     * @param answer of the browser, as JSON
     * @param setupCode asked for when it is the first factor of whoever needs one
     * @param here the session in which it happens
     * @throws SignInRefused when the answer is none to that question
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Open(OWN)
    public Optional<SetUp> add(Question question, String answer, Optional<String> setupCode, Optional<UUID> here) {
        var me = FactorBook.me();
        var first = book.since(me).isEmpty();
        book.mayChange(me);
        var proves = first && book.isRequired(me);
        if (proves && setupCode.filter(code -> setupCodes.isGood(me, code)).isEmpty()) throw book.refused();
        if (mine().size() >= MOST) throw book.refused();
        var made = registered(question, answer).orElseThrow(PasskeyService::wrong);
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (proves && !setupCodes.use(me, setupCode.orElseThrow())) throw book.refused();
            if (first && !book.begin(me)) throw book.refused(); // somebody who has the secret as well was faster
            if (!book.lock(me)) throw book.refused(); // it was taken back meanwhile
            keep(me, made);
            book.changed(me, "add-passkey", here);
            letters.write(me, SecondFactorLetters.News.PASSKEY);
            return first
                    ? Optional.of(new SetUp(book.freshCodes(me), Proven.secondFactor(me)))
                    : Optional.<SetUp>empty();
        }));
    }

    private Optional<RegistrationData> registered(Question question, String answer) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        var parameters = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        return understood(() -> checks.verifyRegistrationResponseJSON(
                answer, new RegistrationParameters(server(question), parameters, false, true)));
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

    private void keep(PersonId me, RegistrationData made) {
        var data = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(data.getAttestedCredentialData());
        var ways = Optional.ofNullable(made.getTransports()).orElse(Set.of()).stream()
                .map(AuthenticatorTransport::getValue)
                .filter(way -> way.matches("[a-z-]{1,20}"))
                .collect(Collectors.joining(","));
        int kept = sql.sql("""
                insert into identity.passkey
                    (id, person_id, credential_id, public_key, sign_count, label, transports, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing""")
                .param(ids.next())
                .param(me.value())
                .param(key.getCredentialId())
                .param(keys.convert(key))
                .param(data.getSignCount())
                .param(RequestFacts.current().map(RequestFacts::agent).orElse("?"))
                .param(ways)
                .param(Timestamp.from(clock.instant()))
                .update();
        if (kept == 0) throw wrong(); // no device makes a key twice
    }

    private static SignInRefused wrong() {
        return new SignInRefused(SignInRefused.Reason.WRONG, 0);
    }

    /**
     * The key of a device has signed.
     *
     * @throws SignInRefused when it is no key of hers, or no answer to that question
     */
    @Open(OWN)
    public Proven prove(Question question, String answer) {
        var me = FactorBook.me();
        try {
            book.counted(
                    me,
                    Throttle.Key.account("passkey:" + me),
                    () -> Objects.requireNonNull(transaction
                            .execute(_ -> Optional.of(signed(me, question, answer)))
                            .filter(isGood -> isGood)));
        } catch (MaliciousCounterValueException _) {
            trail.recordApart(
                    AuditEntry.signIn(Outcome.REFUSED).named("passkey-copied").about(me));
            letters.write(me, SecondFactorLetters.News.PASSKEY_COPIED);
            throw wrong();
        }
        trail.recordApart(AuditEntry.signIn(Outcome.DONE).named("passkey").about(me));
        return Proven.secondFactor(me);
    }

    private record Known(UUID id, byte[] key, long count) {}

    private boolean signed(PersonId me, Question question, String answer) {
        if (answer.length() > LONGEST_ANSWER) return false;
        var given = understood(() -> checks.parseAuthenticationResponseJSON(answer));
        if (given.isEmpty() || given.get().getCredentialId() == null) return false;
        var known = sql.sql("select id, public_key, sign_count from identity.passkey"
                        + " where person_id = ? and credential_id = ? for update")
                .param(me.value())
                .param(given.get().getCredentialId())
                .query((row, _) -> new Known(
                        row.getObject("id", UUID.class), row.getBytes("public_key"), row.getLong("sign_count")))
                .optional();
        if (known.isEmpty()) return false;
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                known.get().count(),
                keys.convert(known.get().key()),
                null,
                null,
                null,
                null);
        var good = understood(() ->
                checks.verify(given.get(), new AuthenticationParameters(server(question), record, null, false, true)));
        good.ifPresent(signed -> sql.sql("update identity.passkey set sign_count = ?, used_at = ? where id = ?")
                .param(Objects.requireNonNull(signed.getAuthenticatorData()).getSignCount())
                .param(Timestamp.from(clock.instant()))
                .param(known.get().id())
                .update());
        return good.isPresent();
    }

    /** Whether this key may go: it is not the only thing besides the codes of the list. */
    @Open(OWN)
    public boolean mayRemove() {
        return book.hasApplication(FactorBook.me()) || mine().size() > 1;
    }

    /**
     * A key is good for nothing any more; sessions elsewhere end.
     *
     * @param here the session in which it happens
     */
    @Open(OWN)
    public void remove(UUID key, Optional<UUID> here) {
        var me = FactorBook.me();
        book.mayChange(me);
        transaction.executeWithoutResult(_ -> {
            book.lock(me);
            if (!mayRemove()) throw book.refused();
            int gone = sql.sql("delete from identity.passkey where id = ? and person_id = ?")
                    .param(key)
                    .param(me.value())
                    .update();
            if (gone == 0) return;
            book.changed(me, "remove-passkey", here);
            letters.write(me, SecondFactorLetters.News.WAY_REMOVED);
        });
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
