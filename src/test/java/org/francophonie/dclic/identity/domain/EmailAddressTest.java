package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("F-122")
class EmailAddressTest {

    /** The committed list: addresses of people in more than eight scripts, and what can be none. */
    private static Stream<Arguments> addresses(String verdict) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/addresses.csv")).stream()
                .map(line -> line.split(";", 3))
                .filter(cells -> cells[0].equals(verdict))
                .map(cells -> Arguments.of(cells[1], cells[2]));
    }

    static Stream<Arguments> good() throws IOException {
        return addresses("accept");
    }

    static Stream<Arguments> bad() throws IOException {
        return addresses("reject");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("good")
    void an_address_in_any_script_is_accepted(String script, String address) {
        var read = EmailAddress.parse(address);

        assertThat(read.typed())
                .as("without what cannot be seen around it")
                .isEqualTo(Normalizer.normalize(address.replaceAll("^\\p{Cf}|\\p{Cf}$", ""), Normalizer.Form.NFC));
        assertThat(EmailAddress.parse(Normalizer.normalize(address, Normalizer.Form.NFD))
                        .key())
                .as("however the keyboard composes it")
                .isEqualTo(read.key());
        assertThat(EmailAddress.parse(read.key()).key())
                .as("its key is an address, too, and its own key")
                .isEqualTo(read.key());
        assertThat(read.key().substring(read.key().lastIndexOf('@'))).matches("[@a-z0-9.-]+");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bad")
    void an_address_that_cannot_be_one_is_refused_with_the_reason(EmailAddress.Problem problem, String address) {
        assertThatThrownBy(() -> EmailAddress.parse(address))
                .isInstanceOfSatisfying(EmailAddress.Refused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(problem));
    }

    @Test
    void every_country_that_writes_its_own_ending_has_addresses_here() throws IOException {
        var list = Files.readString(Samples.at("ua/idn-tlds-from-psl.json"));
        var endings = Pattern.compile("\"([^\"]+)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(endings).hasSizeGreaterThan(20).allSatisfy(ending -> assertThat(
                        EmailAddress.parse("awa@exemple." + ending).key())
                .contains("@exemple.xn--"));
    }

    @Test
    void the_same_domain_in_letters_and_in_ascii_is_one_address() {
        assertThat(EmailAddress.parse("a@faß.de").key())
                .isEqualTo(EmailAddress.parse("a@xn--fa-hia.de").key());
        assertThat(EmailAddress.parse("a@faß.de").key())
                .isNotEqualTo(EmailAddress.parse("a@fass.de").key());
        assertThat(EmailAddress.parse("a@例子。广告").key())
                .isEqualTo(EmailAddress.parse("a@例子.广告").key());
    }
}
