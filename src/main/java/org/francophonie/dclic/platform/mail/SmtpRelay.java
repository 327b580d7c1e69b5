package org.francophonie.dclic.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * A plain SMTP server ({@code spring.mail.*}). An address with letters beyond ASCII before the sign "@" needs a server that
 * speaks SMTPUTF8 (RFC 6531); a domain in other letters goes to any server in its ASCII form.
 */
@Component
class SmtpRelay implements Relay {
    /** As an answer to a person's question why nothing came. */
    static final String NO_SMTPUTF8 = "NO_SMTPUTF8";

    private static final String MILLISECONDS = "15000";
    private static final int REASON = 300;

    /** The server's no, with its code (RFC 5321 §4.2). */
    private record Refusal(int code, String reason) {}

    private final Optional<JavaMailSenderImpl> server;
    private final Platform platform;
    private final ReturnBox box;
    private final Clock clock;

    SmtpRelay(ObjectProvider<JavaMailSenderImpl> server, Platform platform, ReturnBox box, Clock clock) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.platform = platform;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public boolean isThere() {
        return server.filter(known -> known.getHost() != null).isPresent();
    }

    @Override
    public Answer send(Mail mail, LetterText text, String messageId) {
        var known = server.orElseThrow();
        var international = !isAscii(localPart(mail.recipient()));
        var session = Session.getInstance(properties(known, international));
        var protocol = Optional.ofNullable(known.getProtocol()).orElse("smtp");
        try (var transport = (SMTPTransport) session.getTransport(protocol)) {
            try {
                transport.connect(known.getHost(), known.getPort(), known.getUsername(), known.getPassword());
            } catch (MessagingException e) {
                return new Answer(Ending.LATER, reason(e));
            }
            if (international && !transport.supportsExtension("SMTPUTF8"))
                return new Answer(Ending.REFUSED, NO_SMTPUTF8);
            return hand(transport, message(session, mail, text, messageId, international));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Answer(Ending.UNCERTAIN, reason(e));
        }
    }

    private static Answer hand(SMTPTransport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer(Ending.SENT, "");
        } catch (MessagingException e) {
            return refusal(e)
                    .map(said -> new Answer(said.code() >= 500 ? Ending.REFUSED : Ending.LATER, said.reason()))
                    .orElseGet(() -> new Answer(Ending.UNCERTAIN, reason(e)));
        }
    }

    /** What the server said about the recipient counts before what it said about the whole. */
    private static Optional<Refusal> refusal(MessagingException failure) {
        Optional<Refusal> found = Optional.empty();
        for (Exception e = failure; e instanceof MessagingException told; e = told.getNextException()) {
            if (e instanceof SMTPAddressFailedException address)
                return Optional.of(new Refusal(address.getReturnCode(), reason(address)));
            if (e instanceof SMTPSendFailedException whole && whole.getReturnCode() > 0)
                found = Optional.of(new Refusal(whole.getReturnCode(), reason(whole)));
        }
        return found;
    }

    private Properties properties(JavaMailSenderImpl known, boolean international) {
        var properties = new Properties();
        properties.putAll(known.getJavaMailProperties());
        box.address().ifPresent(address -> properties.putIfAbsent("mail.smtp.from", address));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.putIfAbsent("mail.smtp." + wait, MILLISECONDS);
        if (international) properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    private MimeMessage message(Session session, Mail mail, LetterText text, String messageId, boolean international)
            throws MessagingException, UnsupportedEncodingException {
        var message = new Numbered(session, messageId);
        message.setFrom(new InternetAddress(
                platform.mailFrom()
                        .orElse("ne-pas-repondre@" + platform.baseUrl().getHost()),
                "D-CLIC",
                StandardCharsets.UTF_8.name()));
        var to = new InternetAddress();
        to.setAddress(international ? mail.recipient() : inAscii(mail));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var plain = new MimeBodyPart();
        plain.setText(text.body(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(
                text.html(mail.language().getLanguage(), platform.baseUrl()), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        return message;
    }

    /** The domain as every server knows it. */
    private static String inAscii(Mail mail) {
        return localPart(mail.recipient())
                + mail.recipientKey().substring(mail.recipientKey().lastIndexOf('@'));
    }

    private static String localPart(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** One line, and no more of it than a list shows. */
    private static String reason(Exception e) {
        var text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() > REASON ? text.substring(0, REASON) : text;
    }

    /** A message that keeps the number it was given. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
