package org.francophonie.dclic.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Letters as a production node sends them, to a mail server of the test. */
@Requirement({"F-104", "F-122"})
class MailTest extends PlatformTest {
    private static final String NEWS = "test-news";
    private static final String LINK = "test-link";

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxService box;

    @Autowired
    private JsonMapper json;

    @Autowired
    private PlatformTransactionManager transactions;

    private SmallSmtpServer server;
    private final GreenMail imap = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private GreenMailUser returns;

    @BeforeEach
    void quiet() throws Exception {
        sql.sql("delete from platform.mail").update();
        server = new SmallSmtpServer(true);
        imap.start();
        returns = imap.setUser("retours@dclic.test", "secret");
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        imap.stop();
        sql.sql("delete from platform.mail").update();
    }

    private record Words(String kind, boolean mayComeTwice, String subject) implements Letter {
        @Override
        public Optional<LetterText> write(Mail mail) {
            return Optional.of(new LetterText(subject, "Bonjour.\n\nhttp://dclic.test/app/x\n\nÀ bientôt"));
        }
    }

    /** A node of a production that hands its letters to the server of the test. */
    private MailRun production(String subject) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        var platform = platform(Platform.Environment.PRODUCTION, Path.of("target"), Optional.empty());
        var relay = new SmtpRelay(provider(sender), platform, returnBox(), Clock.systemUTC());
        return new MailRun(
                sql,
                List.of(new Words(NEWS, false, subject), new Words(LINK, true, subject)),
                relay,
                platform,
                Clock.systemUTC(),
                json);
    }

    private ReturnBox returnBox() {
        return new ReturnBox(
                Optional.of("retours@dclic.test"),
                Optional.of("127.0.0.1"),
                "imap",
                imap.getImap().getPort(),
                "retours@dclic.test",
                "secret",
                "INBOX");
    }

    private static ObjectProvider<JavaMailSenderImpl> provider(JavaMailSenderImpl sender) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSenderImpl getObject() {
                return sender;
            }
        };
    }

    /** As the event is told while the node of the test is looking elsewhere: no other run takes the letter first. */
    private UUID letter(String kind, String recipient, String key) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            outbox.put(new Mail(
                    "event " + ids.next(),
                    kind,
                    recipient,
                    key,
                    Optional.empty(),
                    Locale.FRENCH,
                    Map.of("a", "b"),
                    Duration.ofHours(1)));
            sql.sql("update platform.mail set next_at = now() + interval '1 hour'")
                    .update();
        });
        return sql.sql("select id from platform.mail order by created_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private void send(MailRun run) {
        sql.sql("update platform.mail set next_at = now() - interval '1 second' where state = 'WAITING'")
                .update();
        run.run();
    }

    private String state(UUID letter) {
        return sql.sql("select state || coalesce(' ' || problem, '') from platform.mail where id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    @Test
    void a_letter_leaves_once_in_plain_text_and_light_html_with_a_number_of_its_own() {
        var letter = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");

        var run = production("Votre leçon est prête");
        send(run);
        send(run);

        assertThat(state(letter)).isEqualTo("SENT");
        assertThat(server.letters()).hasSize(1);
        assertThat(server.letters().getFirst())
                .contains("Message-ID: <" + letter + "@dclic.test>")
                .contains("multipart/alternative")
                .contains("text/plain")
                .contains("<a href=\"http://dclic.test/app/x\">")
                .contains("From: D-CLIC <ne-pas-repondre@dclic.test>")
                .contains("Auto-Submitted: auto-generated");
    }

    @Test
    void a_subject_cannot_begin_a_header_of_its_own() {
        letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");

        send(production("Bonjour\r\nBcc: all@exemple.sn\u2028X-Evil: 1"));

        assertThat(server.envelopes()).hasSize(2);
        assertThat(server.letters()
                        .getFirst()
                        .lines()
                        .filter(line -> line.startsWith("Bcc:") || line.startsWith("X-Evil")))
                .isEmpty();
    }

    @Test
    void an_address_in_any_script_is_written_to_as_it_is_where_the_server_can() {
        letter(NEWS, "օգտատեր@օրինակ.հայ", "օգտատեր@xn--1acc5a4c2b.xn--y9a3aq");

        send(production("Բարեւ"));

        assertThat(server.envelopes())
                .anyMatch(line -> line.startsWith("MAIL") && line.contains("SMTPUTF8"))
                .anyMatch(line -> line.contains("<օգտատեր@օրինակ.հայ>"));
    }

    @Test
    void a_server_that_cannot_is_told_plainly_and_a_domain_alone_is_written_in_ascii() throws Exception {
        server.close();
        server = new SmallSmtpServer(false);
        var local = letter(NEWS, "josé@exemple.fr", "josé@exemple.fr");
        send(production("Bonjour"));
        var domain = letter(NEWS, "awa@exemplé.fr", "awa@xn--exempl-gva.fr");

        send(production("Été"));

        assertThat(state(local)).isEqualTo("FAILED NO_SMTPUTF8");
        assertThat(state(domain)).isEqualTo("SENT");
        assertThat(server.envelopes()).anyMatch(line -> line.contains("<awa@xn--exempl-gva.fr>"));
        assertThat(server.letters().getFirst()).contains("Subject: =?UTF-8?");
    }

    @Test
    void a_server_that_is_busy_or_away_gets_the_letter_later_and_one_that_says_no_does_not() throws Exception {
        var letter = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        var run = production("Bonjour");

        server.mood(SmallSmtpServer.Mood.SAYS_LATER);
        send(run);
        assertThat(state(letter)).startsWith("WAITING").contains("later");
        server.mood(SmallSmtpServer.Mood.KNOWS_NOBODY);
        send(run);
        assertThat(state(letter)).startsWith("FAILED").contains("nobody here");

        server.close();
        var other = letter(NEWS, "kossi@exemple.tg", "kossi@exemple.tg");
        send(run);
        assertThat(state(other)).startsWith("WAITING");
        assertThat(MailRun.wait(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailRun.wait(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(MailRun.wait(10)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void when_the_answer_is_lost_a_link_is_sent_again_and_news_wait_for_a_person() {
        var news = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        var link = letter(LINK, "kossi@exemple.tg", "kossi@exemple.tg");
        var run = production("Bonjour");
        server.mood(SmallSmtpServer.Mood.TAKES_AND_BREAKS_BEFORE_SAYING_SO);

        send(run);

        assertThat(state(news)).startsWith("UNCERTAIN");
        assertThat(state(link)).startsWith("WAITING");
        server.mood(SmallSmtpServer.Mood.TAKES);
        send(run);
        assertThat(state(link)).startsWith("SENT");
        assertThat(state(news)).startsWith("UNCERTAIN");
        assertThat(server.letters().stream().filter(text -> text.contains("<" + link + "@")))
                .as("with the same number")
                .hasSize(2);
    }

    @Test
    void what_a_lost_node_had_in_hand_is_settled_by_the_next() {
        var news = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        var link = letter(LINK, "kossi@exemple.tg", "kossi@exemple.tg");
        sql.sql("update platform.mail set state = 'SENDING', claimed_at = now() - interval '6 minutes'")
                .update();

        production("Bonjour").run();

        assertThat(state(news)).startsWith("UNCERTAIN");
        assertThat(state(link)).startsWith("SENT");
    }

    @Test
    void an_administrator_decides_about_what_is_uncertain_and_it_is_written_down() throws Exception {
        var first = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        var second = letter(NEWS, "kossi@exemple.tg", "kossi@exemple.tg");
        sql.sql("update platform.mail set state = 'UNCERTAIN'").update();
        var administrator = somebody("TECHNICAL_ADMIN");
        sql.sql("delete from platform.mail where kind not like 'test-%'").update();

        administrator.does(() -> {
            box.again(first);
            box.leave(second);
            box.leave(second);
            return true;
        });

        assertThat(state(second)).startsWith("SENT");
        send(production("Bonjour"));
        assertThat(state(first)).startsWith("SENT");
        assertThat(sql.sql("select count(*) from audit.audit_event where actor = ? and act = 'take-as-sent'")
                        .param(administrator.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void one_event_writes_once_and_one_box_is_not_flooded() {
        for (int i = 0; i < 2; i++)
            outbox.put(new Mail(
                    "same",
                    NEWS,
                    "a@exemple.sn",
                    "a@exemple.sn",
                    Optional.empty(),
                    Locale.FRENCH,
                    Map.of(),
                    Duration.ofHours(1)));
        for (int i = 0; i < 9; i++) letter(NEWS, "b@exemple.sn", "b@exemple.sn");

        assertThat(sql.sql("select count(*) from platform.mail where recipient_key = 'a@exemple.sn'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from platform.mail where recipient_key = 'b@exemple.sn'")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    /** What a server far away writes days later. */
    private static String notice(String action, String messageId) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@exemple.sn>
                To: retours@dclic.test
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                I am sorry to have to inform you.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.exemple.sn
                Arrival-Date: Fri, 27 Nov 2026 01:00:00 +0000

                Final-Recipient: rfc822; awa@exemple.sn
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <awa@exemple.sn>:
                  Recipient address rejected

                --b
                Content-Type: text/rfc822-headers

                From: D-CLIC <ne-pas-repondre@dclic.test>
                To: awa@exemple.sn
                Message-ID: %s
                Subject: Bonjour

                --b--
                """.formatted(action, messageId);
    }

    private void comesIn(String text) throws Exception {
        returns.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private void readBox() {
        new ReturnRound(returnBox(), sql, Clock.systemUTC()).run();
    }

    private String messageId(UUID letter) {
        return sql.sql("select message_id from platform.mail where id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    private int left() throws Exception {
        return imap.getManagers()
                .getImapHostManager()
                .getInbox(returns)
                .getNonDeletedMessages()
                .size();
    }

    @Test
    void a_letter_that_comes_back_is_marked_with_the_reason_and_its_notice_taken_away() throws Exception {
        var letter = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        var other = letter(NEWS, "binta@exemple.sn", "binta@exemple.sn");
        send(production("Bonjour"));
        assertThat(server.envelopes()).anyMatch(line -> line.startsWith("MAIL FROM:<retours@dclic.test>"));
        comesIn(notice("delayed", messageId(other)));
        comesIn(notice("failed", messageId(letter)));

        readBox();
        readBox();

        assertThat(state(letter)).isEqualTo("RETURNED 5.1.1 550 5.1.1 <awa@exemple.sn>: Recipient address rejected");
        assertThat(state(other)).as("it is still on its way").isEqualTo("SENT");
        assertThat(left()).isZero();
    }

    @Test
    void what_is_no_notice_of_ours_stays_in_the_box_and_changes_nothing() throws Exception {
        var letter = letter(NEWS, "awa@exemple.sn", "awa@exemple.sn");
        comesIn(notice("failed", messageId(letter))); // it has not even left
        comesIn(notice("failed", "<somebody-else@exemple.sn>"));
        comesIn(notice("failed", "").replace("Message-ID: \n", ""));
        comesIn("From: awa@exemple.sn\nTo: retours@dclic.test\nSubject: Bonjour\n\nQuand commence la classe ?\n");
        comesIn("Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nbroken");

        readBox();

        assertThat(state(letter)).isEqualTo("WAITING");
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void a_box_that_is_out_of_reach_stops_nothing() {
        var gone = returnBox();
        imap.stop();

        new ReturnRound(gone, sql, Clock.systemUTC()).run();

        assertThat(sql.sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
}
