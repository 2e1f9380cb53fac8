"""Which service a message names, as people say and write it."""

import pytest

from domain.lookup import service_named

NAMED = """
saanko mä toimeentulotukee | perustoimeentulotuki
pitäiskö hakea totua | perustoimeentulotuki
onko toimeentulotuki mulle | perustoimeentulotuki
toimeentulotukihakemus on kesken | perustoimeentulotuki
paljonko yleistuki on | yleistuki
mitä tarkoittaa yleistuesta | yleistuki
entä työmarkkinatuki | yleistuki
kuuluuko mulle ansiosidonnainen | ansiopaivaraha
saako ansiopäivärahaa lomautettuna | ansiopaivaraha
miten asumistukea haetaan | asumistuki
asumislisää varmaan | asumistuki
opintotuesta kysyisin | opintotuki
voiko opintorahan perua | opintotuki
onko sulla tietoo päihdekuntoutuksesta | paihdekuntoutus
haluan katkaisuhoitoon | paihdepalvelut
katkolle pitäis päästä | paihdepalvelut
pääseekö vieroitukseen heti | paihdepalvelut
korvaushoitoon jonotan | paihdepalvelut
a-klinikalle soittaisin | paihdepalvelut
velkaneuvojalle aika | talous-ja-velkaneuvonta
mitä velkaneuvonta maksaa | talous-ja-velkaneuvonta
miten velkajärjestelyyn pääsee | talous-ja-velkaneuvonta
onko velkalinja ilmainen | takuusaatio
entä kuntouttava työtoiminta, onko pakko mennä | kuntouttava-tyotoiminta
oon kuntouttavassa jo | kuntouttava-tyotoiminta
mikä se palkkatuki on | palkkatuki
palkkatuella töihin | palkkatuki
palkkatuettu paikka | palkkatuki
saako starttirahaa | starttiraha
starttirahan ehdot | starttiraha
yritysneuvojan kanssa juttelin | yrittajyysneuvonta
uusyrityskeskukseen aika | yrittajyysneuvonta
psykoterapiaan jono | kuntoutuspsykoterapia
kela-terapia kiinnostaa | kuntoutuspsykoterapia
ohjaamoon voi kai mennä | ohjaamo
pajalle en mene | nuorten-tyopaja
työpajatoimintaa nuorille | nuorten-tyopaja
oppisopimuksella töihin | oppisopimus
amikseen takaisin | ammatillinen-koulutus
mikä on tuva | tuva
turvakotiin voiko mennä | turvakoti
nollalinjan numero | turvakoti
sosiaalipäivystykseen soitto | sosiaalipaivystys
sossuun pitäis soittaa | aikuissosiaalityo
sosiaaliohjaajan kanssa | sosiaaliohjaus
etsivään nuorisotyöhön yhteys | etsiva-nuorisotyo
nuotti-valmennukseen haku | nuotti-valmennus
työkokeilussa olin | tyokokeilu
työhönvalmentajaa toivon | tyohonvalmennus-tyovoimapalvelu
tuettu työhönvalmennus kiinnostaa | tuettu-tyohonvalmennus-ips
terveystarkastukseen aika | tyottoman-terveystarkastus
sairauspäivärahasta kysyisin | sairauspaivaraha
osasairauspäiväraha vai mikä | osasairauspaivaraha
työkyvyttömyyseläkkeelle | tyokyvyttomyyselake
muutosturvaan vielä ehtii | muutosturva-55
asumisneuvojan numero | asumisneuvonta
digituesta apua | digituki
kotokoulutuksen jälkeen | kotoutumiskoulutus
suomen kielen kurssille | suomen-kielen-kurssit
henkilökohtaista apua hakisin | vammaispalvelut
"""
NOTHING = """
haen töitä
tarvitsen tukea
äiti tukee mua
karenssi tuli taas
olen työtön ja asun Oulussa
rahat eivät riitä ruokaan
koulutus kiinnostaa
mulla on kaksi lasta
en jaksa enää
olen väsynyt ja masentunut
kiitos, tämä riitti
mitä tämä maksaa
kuka näkee nämä
haluaisin neuvoja
työ loppui kesällä
katkera olo kaikesta
pajatso vei rahat
kela lähetti kirjeen
terassilla töissä viime kesän
typerää koko juttu
"""


@pytest.mark.parametrize("row", [row for row in NAMED.splitlines() if row])
def test_a_service_is_found_by_its_spoken_and_inflected_names(rulebook, row):
    text, service = row.split(" | ")
    found = service_named(rulebook, text)
    assert found is not None
    assert found.id == service


@pytest.mark.parametrize("text", [text for text in NOTHING.splitlines() if text])
def test_no_service_is_found_where_none_is_named(rulebook, text):
    assert service_named(rulebook, text) is None


def test_every_service_can_be_named_and_is_found_by_its_own_name(rulebook):
    assert all(1 <= len(service.aliases_fi) <= 12 for service in rulebook.services)
    missed = [service.id for service in rulebook.services if service_named(rulebook, service.name_fi) is None]
    assert not missed
