package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("F-122")
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "օգտատեր@օրինակ.հայ",
                "محمد@مثال.تونس",
                "josé@exemple.fr",
                "用户@例子.广告",
                "awa.diop+ecole@exemple.sn",
                "o'neil@exemple.ie"
            })
    void an_address_in_any_script_is_accepted(String address) {
        assertThat(EmailAddress.parse(address).typed()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'',EMPTY",
        "awa,NO_AT",
        "@exemple.sn,NO_AT",
        "awa diop@exemple.sn,SPACE",
        "awa..diop@exemple.sn,LOCAL_PART",
        "awa@exemple,NO_DOT",
        "awa@-exemple.sn,DOMAIN",
        "awa@127.0.0.1,DOMAIN"
    })
    void an_address_that_cannot_be_one_is_refused_with_the_reason(String address, EmailAddress.Problem problem) {
        assertThatThrownBy(() -> EmailAddress.parse(address))
                .isInstanceOfSatisfying(EmailAddress.Refused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(problem));
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
