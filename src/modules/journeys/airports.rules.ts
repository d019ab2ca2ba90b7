/** Airports by their IATA code, with the town they serve: tickets name the code only. One line each: code, country, town. */
const lines = `
AGP ES Málaga
ALC ES Alicante
AMS NL Amsterdam
ATH GR Athens
BCN ES Barcelona
BDS IT Brindisi
BEG RS Belgrade
BER DE Berlin
BFS GB Belfast
BGO NO Bergen
BGY IT Bergamo
BHX GB Birmingham
BIO ES Bilbao
BLL DK Billund
BLQ IT Bologna
BOD FR Bordeaux
BOJ BG Burgas
BRE DE Bremen
BRI IT Bari
BRS GB Bristol
BRU BE Brussels
BSL CH Basel
BTS SK Bratislava
BUD HU Budapest
BVA FR Beauvais
CAG IT Cagliari
CDG FR Paris
CFU GR Corfu
CGN DE Köln
CHQ GR Chania
CIA IT Roma
CLJ RO Cluj-Napoca
CPH DK Copenhagen
CRL BE Charleroi
CTA IT Catania
DEB HU Debrecen
DRS DE Dresden
DTM DE Dortmund
DUB IE Dublin
DUS DE Düsseldorf
EDI GB Edinburgh
EIN NL Eindhoven
FAO PT Faro
FCO IT Roma
FLR IT Florence
FNC PT Funchal
FRA DE Frankfurt am Main
FUE ES Puerto del Rosario
GDN PL Gdańsk
GLA GB Glasgow
GOA IT Genoa
GOT SE Göteborg
GRO ES Girona
GRX ES Granada
GRZ AT Graz
GVA CH Genève
HAJ DE Hannover
HAM DE Hamburg
HEL FI Helsinki
HER GR Heraklion
IAS RO Iași
IBZ ES Eivissa
IST TR Istanbul
KEF IS Keflavík
KRK PL Kraków
KTW PL Katowice
KUN LT Kaunas
LCA CY Larnaca
LCY GB London
LEJ DE Leipzig
LGG BE Liège
LGW GB London
LHR GB London
LIL FR Lille
LIN IT Milano
LIS PT Lisboa
LJU SI Ljubljana
LNZ AT Linz
LPA ES Las Palmas de Gran Canaria
LTN GB London
LUX LU Luxembourg
LYS FR Lyon
MAD ES Madrid
MAN GB Manchester
MLA MT Luqa
MMX SE Malmö
MRS FR Marseille
MUC DE München
MXP IT Milano
NAP IT Napoli
NCE FR Nice
NCL GB Newcastle upon Tyne
NTE FR Nantes
NUE DE Nürnberg
OPO PT Porto
ORK IE Cork
ORY FR Paris
OSL NO Oslo
OTP RO București
OVD ES Avilés
PDL PT Ponta Delgada
PFO CY Paphos
PMI ES Palma
PMO IT Palermo
POZ PL Poznań
PRG CZ Prague
PSA IT Pisa
PUY HR Pula
REG IT Reggio Calabria
RIX LV Riga
RMI IT Rimini
RMU ES Murcia
RTM NL Rotterdam
RZE PL Rzeszów
SAW TR Istanbul
SCQ ES Santiago de Compostela
SDR ES Santander
SKG GR Thessaloníki
SKP MK Skopje
SNN IE Shannon
SOF BG Sofia
SPU HR Split
STN GB London
STR DE Stuttgart
SVG NO Stavanger
SVQ ES Sevilla
SXB FR Strasbourg
SZG AT Salzburg
TFS ES Adeje
TIA AL Tirana
TLL EE Tallinn
TLS FR Toulouse
TMP FI Tampere
TPS IT Trapani
TRF NO Sandefjord
TRN IT Torino
TRS IT Trieste
TSF IT Treviso
TSR RO Timișoara
VAR BG Varna
VCE IT Venezia
VGO ES Vigo
VIE AT Wien
VIT ES Vitoria-Gasteiz
VLC ES Valencia
VNO LT Vilnius
VRN IT Verona
WAW PL Warsaw
WRO PL Wrocław
XRY ES Jerez de la Frontera
ZAD HR Zadar
ZAG HR Zagreb
ZAZ ES Zaragoza
ZRH CH Zürich`

const airports = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 3), { country: line.slice(4, 6), town: line.slice(7) }]),
)

/** The town that an airport serves, by its code in capitals; undefined for codes that are not known here. */
export const airport = (code: string): { country: string; town: string } | undefined => airports.get(code)
