package org.francophonie.dclic.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * What a server says of a letter that it could not deliver (RFC 3464).
 *
 * @param messageId the number of our letter, between angle brackets
 * @param isFinal it has given up; else it is still trying
 * @param reason status code and the words of the server, on one line
 */
record Returned(String messageId, boolean isFinal, String reason) {
    private static final int LONGEST_REASON = 300;

    /** Nothing when it is another kind of message, or does not say which letter it is about. */
    static Optional<Returned> read(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof MultipartReport report))
            return Optional.empty();
        if (!(report.getReport() instanceof DeliveryStatus status) || report.getReturnedMessage() == null)
            return Optional.empty();
        var number = report.getReturnedMessage().getHeader("Message-ID");
        if (number == null || number.length == 0) return Optional.empty();
        var told = IntStream.range(0, status.getRecipientDSNCount())
                .mapToObj(status::getRecipientDSN)
                .toList();
        return Optional.of(new Returned(
                number[0].strip(),
                told.stream().anyMatch(one -> field(one, "Action").equalsIgnoreCase("failed")),
                told.stream().findFirst().map(Returned::reason).orElse("")));
    }

    private static String reason(InternetHeaders told) {
        var words = field(told, "Diagnostic-Code").replaceFirst("^[A-Za-z]+;", "");
        var text = (field(told, "Status") + " " + words)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    private static String field(InternetHeaders told, String name) {
        var value = told.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
