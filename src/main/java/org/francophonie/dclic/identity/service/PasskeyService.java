package org.francophonie.dclic.identity.service;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.PasskeyChecks.Asked;
import org.francophonie.dclic.identity.service.PasskeyChecks.Made;
import org.francophonie.dclic.identity.service.SecondFactorService.SetUp;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys as a second factor (WebAuthn, level 3): a key in the device, or in a small thing plugged into it, signs a question
 * that the platform asks. Nothing that could be typed on a wrong page is typed. Which make the key is does not matter here.
 */
@Service
public class PasskeyService {
    private static final String OWN = "asks about the signed-in person alone, who holds nothing before";
    /** Keys of one person: enough for every device at home and at work. */
    private static final int MOST = 20;

    private final JdbcClient sql;
    private final PersonRepository people;
    private final FactorBook book;
    private final PasskeyChecks checks;
    private final SecondFactorLetters letters;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasskeyService(
            JdbcClient sql,
            PersonRepository people,
            FactorBook book,
            PasskeyChecks checks,
            SecondFactorLetters letters,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.people = people;
        this.book = book;
        this.checks = checks;
        this.letters = letters;
        this.trail = trail;
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
        return checks.askNew(person, known(me));
    }

    /** Asks for a signature of one of the keys that are known. */
    @Open(OWN)
    public Question askKnown() {
        return checks.askKnown(known(FactorBook.me()));
    }

    private List<Asked> known(PersonId person) {
        return sql.sql("select credential_id, transports from identity.passkey where person_id = ? order by made_at")
                .param(person.value())
                .query((row, _) -> new Asked(row.getBytes("credential_id"), row.getString("transports")))
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
        var adding = book.adding(me, setupCode);
        if (mine().size() >= MOST) throw book.refused();
        var made = checks.made(question, answer).orElseThrow(PasskeyService::wrong);
        return Objects.requireNonNull(transaction.execute(_ -> {
            book.take(adding);
            keep(me, made);
            book.changed(me, "add-passkey", here);
            letters.write(me, SecondFactorLetters.News.PASSKEY);
            return adding.first()
                    ? Optional.of(new SetUp(book.freshCodes(me), Proven.secondFactor(me)))
                    : Optional.<SetUp>empty();
        }));
    }

    private void keep(PersonId me, Made made) {
        int kept = sql.sql("""
                insert into identity.passkey
                    (id, person_id, credential_id, public_key, sign_count, label, transports, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing""")
                .param(ids.next())
                .param(me.value())
                .param(made.id())
                .param(made.key())
                .param(made.count())
                .param(RequestFacts.current().map(RequestFacts::agent).orElse("?"))
                .param(made.transports())
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
        var known = checks.keyOf(answer).flatMap(id -> sql.sql(
                        "select id, public_key, sign_count from identity.passkey where person_id = ? and credential_id = ? for update")
                .param(me.value())
                .param(id)
                .query((row, _) -> new Known(
                        row.getObject("id", UUID.class), row.getBytes("public_key"), row.getLong("sign_count")))
                .optional());
        var count = known.flatMap(key -> checks.signed(question, answer, key.key(), key.count()));
        count.ifPresent(now -> sql.sql("update identity.passkey set sign_count = ?, used_at = ? where id = ?")
                .param(now)
                .param(Timestamp.from(clock.instant()))
                .param(known.orElseThrow().id())
                .update());
        return count.isPresent();
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
}
