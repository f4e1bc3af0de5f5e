/**
 * How common a few bytes in a row are in source text, so that rare literals and rare parts of literals can be preferred.
 * @module
 */

/**
 * First row: -4 log2 of the share of each folded byte; further rows: of each folded byte behind the row's one. A digit
 * of the table is the character code above '0'. Columns and rows are the folded bytes 0x20..0x3f and 0x60..0x7f, then
 * all beyond ASCII. Counted over a third of the files of work trees of rails and git and of 25,000 files of npm packages.
 */
const TABLE: readonly string[] = [
  ':WKVVZROKFDWGMIMOPRTUVVWVWMLWLTWPAJDF?HIHBSNFHBCGSBBAGMNNLVMNM]KI',
  '4SIRSZMJIPFRfNXNOOTWY[[\\[\\QhSETVJDIEIHGNNEWSLJHGHZGEBLLK[U]FKIdTV',
  'CEIVPXYLAEFTSPTKAAYIXTZ[Y[WVR7YWPHMHIGJOKCURJKHGHTGDDNOPTVWKNVURA',
  '?SJPHROQU@@T<NFNRCIQPUVTSS>HQOMUNFIFHIHJJHRTLIHKHWHEGJLOVV[SGCMJF',
  '6MO;SX[UWR@ZKUPPUKQQQPPQUWFYTY\\YVLOJFIJOLBZNPIOQIXJGJOMTN[UDTUVVC',
  'BROSDRNN@ORWSXOHHDKQQUTUVXTWTUYTNHJ@FHCGFEFOEGHHDXEBDLMIQYP;RTWLA',
  'CSJRMLNJIQRVROLSGQ8;OGRRTRVQTECWRMPNDOSRRNVUQRQQRTK;SRUJRRVKUTUV?',
  '<LMQVW5TEZ9]^ZWYXPRXZ\\Z]Z^QW]Q`_NNLKPJPRTNTWMRMLNUKKHSSUVYYYP\\]\\G',
  ':VMWOLYIT?@T=OALTSV[]]]]^\\GARXSUOFIFHJHJJISTLIHIHVIADHKOUTWMFIVPH',
  'AFAVLYJDI>FYbUPNGMPVWZ[_[]KU[ceMMEIBG@FLFCUKHHCEDUEA@LGNRWZFMc_LM',
  ';ZKRTeSTN6B\\ESGI^]beeihihlI=[SYRPQPEOLLIRF^]PPRQO`GIFSST^`eHMCeVQ',
  '5aTJXhiQ[9;X_PYBc^bccefifj_f[YXbPQWKSJNY[Nd_VMVRTcQNLZOXd]fPRHd^T',
  '7UHWNVXNM@E;KNQMLGORSTTUVWQDW=WTSNHJLKOQQJRRPPNPPTNLLQRSQTUTJGYXB',
  '7UBc[`hT[b=[f[^`OKNTTZTYVZjdejhgaLT<Q?RBV@ZEODKESIMGIIVKZM^JLeiYR',
  '@`U`VXbVYUGX]6WSLELQQTVVSO`V_VA]\\FGCGGEKMFQTGGIHDSEDFJMLVZPZHVb`L',
  'BcNLTchSYV>`YZBCBGJLMMOPST_f[dd\\UCI@ECFFHDHMDEEFBVD@BKIKSRW\\MZeEP',
  '=VOMPYaOVP8^OPG;XPRYXXXYZ\\WVUZSYSEGDEHHFJEOUJGKIGWGEFKMKTWYRJXNVL',
  '@PD_]HSPZCH[?E=S;CDGGGGHIHLBYQ[VTJJMHLIRVSYYWUWYSYZUYZVY?WV]LE_SI',
  '>XC][RTPQCH[?L@L?A?BCCCFEFMEVRVVUNIIJJDXRQZYVYX[RYUSTWYYRYYYMD\\PI',
  '?[B][LUNLEIZAH@L<CACDCBCDDLKZTLWUHHIJMJSSWXWPRSYUYRQTROYRUUTLDYJE',
  '?WC\\[TXOKGIY@KAPAC?CCEDDDDLMXTSWTIBDAGFRQPPVUSRWUROUTVNUUTSWJE\\TE',
  '>WB\\ZSOMKFHW?H@OACBCBCBCCDKLYUSTQHEIHJJHRRTUSTSTSSUSRTQURUVZIGZOC',
  '?XBZYQSRSGJV?H@QABCCDBADDCLMVWWUTIDFFIHROQQONTNUQSRQSSRTUTQTHF\\RB',
  '?XBYXTQPPFJV@G?RBCDD>BCCCCMLYVYVUIEHHIHNTPUTNTVTTRTSSTTUSUT[IH[OB',
  '@VC[YPVSSIJU?I?RBCCBCBCBCDNOXWWVUHDEFHGPQQTSTUTOTHTPTSSSKSUZHGWTB',
  '?WBZXUPMOGKU?IARADEADCDDCCMMYUVSTDDHHIHNRNRQTSKQPRRORQMQPRUYHFZMB',
  '@WDWXTVQTHKU@HBNBCCBCCCDC@MQWUXUUFCEEHHQOMRQTQTROTSOPLQQPNQYHDXQB',
  '4QA[U[bTOWB]YY\\CBMQOUVXYY[B`[Za_VJJHMKKPPKWXNLIOLXHIGOPSWVYEMY^XL',
  'C]V`]b\\[[Q2\\c\\d_`[dbXdcdaefE]`dbZBRJVJMK[BaTNOTMZDKPPSQT_G`_D^daM',
  ';PNYNFXMSXO[XEW@QOSTTVUWVXUY?DSWWDHFIHJQLEVFKHGFETC@>KERXUUNO[QTA',
  '4ND_NY`PP`K^aV[XMOTWWZXa[Z`cW9A`YMRQSIMVTOZXQSIPTYNNGSQWYXZKQTZZM',
  '7SHYT\\ONHKAXHULLOQTZ[Z][X\\MAHECYMEIHKDHQMIXULLGFHWIGIOQQUVTEHE[QD',
  '9KGVOWXM@JAXOUCQRRUVWZXXXZ7TTNVFNNPPQIOTSMUUOSJNPSLLGQMUTSWLFPVWB',
  ';WHVJW[ORGBXALDORRVYW\\Z\\[ZJKS[ZY?EHDGGGKMFLRFHJJ>XAD@ILOXVZLOKMIG',
  'GiXljac[WTX]KVQYYYY]Z\\Z\\X\\WOeY^^`;G=EGPDYDYI?B@KFO>@<HMMNGX[][hVX',
  'HbNeaW[UONR]?PHKQQQQTUUUUUQKaUW]W<GLN<QPQB?U>JR?MNCDO>TRWCVWTS_MN',
  'IfTiha`YSRV_@UPRWRUQWSXTWTTHbV\\`\\;OHO>PU=HQCCNQ:PZDM<FQVQORYWXiQT',
  ';\\Kd_V]MIHDZDNFSVUVXXWYYSZIKYRVRR@MKD8MQT>WWJQQBOUHDLDQTQL\\UNN\\ER',
  '=\\Ma_^]QHJK_EOFUZZY[__]\\_^KLUQYWTBPBAIELUOWVEE>MGJ<>@SIKBK[UUPjHY',
  ':ePf`^_RGNM_HOMXUSUPRVWWSSRP_S`ZY?ONN@AUW:Z\\ETL<U[AFF@YWXK\\XSQhIP',
  '=_K_Mc\\MIKL^APGL\\XZ]UY`^YYMH\\TQWT?FLP:PJF<WUEKDHNYCBDEOUWRSRTLeFO',
  '?`Md`_]PFKM]HOIT\\WZ\\]^_`]aMMWSWXP<ONQ7SZU;YYSNQ?RRFJBGWX]SYUYRdHP',
  'MiZefi`]YU\\WGYTZc^abdddddd\\VfVdacBICBEAEXX_SAD9=HXE==ZG_M_IaaSmUU',
  'H\\R]\\\\[VRMVTFTPVSTUVWVXXXWQP\\V\\]UDFHI6PPKKLOLQQ@LNQ9NEKNSOMRZQ`OE',
  '>]K`\\`\\OGIMX>KFPYVSY\\W[W[YJFTSXUR=GKI8LHP?USLMGGNTOAJLTPWQSSSNbDJ',
  'AZO\\c_\\TJLM^JQJOa[\\accddcbLLZQZVU?KNC9NTV=XQ>ST>L[PBC@KT[EZZXSfJQ',
  'AfRfecbSPQUaDQMK[\\]__`^`_[QQaYX^Y:CPM8SSY?TUJCM?>]SDQGR[VP[Y[XeMQ',
  '<[Lf^`\\OJMN\\KQIR`^]_eeghfiOO[RVXVAQ@>?H>VFYJLQKAL[Q><EKZ`N]VKPgJV',
  'CfVhegaZVUObJRRX\\_aedgefdfWWfWb^_GDE@QDKZHUJCA9FA`;EC@JFTXW^^ZmNV',
  'FeRiVaaVKOS_NQLU`[WaZcceacPSYVY]Z;QOI:TUJD^U@QV=C]<E>CVWXN\\W\\WgKQ',
  'JZS]Z^]WNQWW?WNVLVQVXYWVWYPL\\Q[\\Y:DKMLONRMQPCQQQRLOKL5RQROQY]T]QE',
  '?cOceb_RIKO`KRHTd[Z^cehjfhNPZSYYV>OFH8MGW?bMLGB?P_CC@EMT_FaUVQhJV',
  '<`J`_a\\LJHJZFO@JZ[Z\\`__bgfHNZR[QSFPDR<OODA^OMPPCETPA:DTQXK\\MTQjIU',
  '<aMe_\\]OHKN^JMFRa\\]Yae_e\\fLOZSTWU@RHO<QW<=_[NNQAJa@CFCWPVC^TRQiDW',
  'Le\\khh`YYX^^K^V]PVKYdabcbcaWbVbccCCDF>FI]C^[=A<RB_;?>UU`WZVNa[i[R',
  'IeSb_^YXPNV]ILLRTIKWUZW\\R\\US[WS][7LLN6UOU>WSQTJAVZTLQPVWVQUQWX_MK',
  '=_Pa^Z^UGPMYENHTXUYUXP\\]\\VOP^U\\[X=ILJ>NP=:VUMQB?OVBDNSQJSUQTZWaHK',
  '?^L_[X^MIHPRFJFPMEKLPSRTRTLM\\RXWSDJDKBLNOBOOOKOL8UNL:MUSPLVVUL`GI',
  ':]I^ZW^KDGH\\CJDO]ZSY^Z`_Z_GLNQRPPBJKMHPRUJWSHBDC9VLCGUSJQMQOQKbEL',
  'D\\JOTZ[NMOKUFSIJMQMQTWVWTVRNYRZYVADGH5MJLDQPJKNCOMOGKLOHHFIWRM[LC',
  '>TBRP_aLR`6[\\RSZGCNQQUNSUWKdWXaTIIKHLIKQPDRJGKFKIYFEFPJSZ[]ICARRK',
  '9UC\\RY\\NNUC[^UNPSVXX`a]a`a[^YO`ZSRTQLNSYYTZWXU6UU^NNC<VVN\\[O=MXYJ',
  ':\\J]SaXLE>8S;TGOaaccebbdcdK?[KQTJ[\\T\\RKZ^TbaU]^\\ZaQYX_S^a_cKBD[VL',
  'AOIOKTRJBJHQQKOHC?CGHJKGLNIRPMLQMLMNLLNNPNPRQLQNQRKKNORMRPTDCL<N;',
  'NgX[YdcUNTUdTbU_RJTWXY\\_Z`SZZYcaY@D>B@BFGAMLDBCB@PA>@GHFVTT]\\]`EJ',
  'GPIOKOPMONOPOOOOOOOOOOPOOONPOOOOOOOOPOOOPOOOOONOOOOOOOOOOOOOOOOM2',
];
const CLASSES = 65;

/** Any byte may stand here. */
export const ANY = -1;

function classOf(byte: number): number {
  const folded = byte | 0x20;
  return folded < 0x80 ? (folded & 0x1f) | ((folded & 0x40) >> 1) : CLASSES - 1;
}

const digit = (row: string, at: number): number => row.charCodeAt(at) - 48;

/**
 * Estimated share of positions in source text at which these bytes stand, letters in either case (a Markov chain of
 * first order). `ANY` stands for every byte.
 */
export function commonness(bytes: ArrayLike<number>): number {
  let quarterBits = 0;
  let before = ANY;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const column = byte === ANY ? ANY : classOf(byte);
    if (column !== ANY) quarterBits += digit(before === ANY ? TABLE[0]! : TABLE[1 + before]!, column);
    before = column;
  }
  return 2 ** (-quarterBits / 4);
}

/** Runs of one character (base64 of zeros, rulers, padding) are far more common than the chain says. */
const RUN = 1 / 1000;

/** Where the window of four bytes that is looked for begins in a literal, for its even and its odd positions. */
export interface Windows {
  even: number;
  odd: number;
  /** Estimated share of positions at which one of the two stands. */
  share: number;
}

/**
 * The rarest windows of a literal of at least three bytes. A window may take in one byte before the literal (it begins
 * at -1) or one behind it; `prev` and `next` are what can stand there.
 */
export function rarestWindows(literal: ArrayLike<number>, prev: readonly number[], next: readonly number[]): Windows {
  const best = [0, 0];
  let share = 0;
  for (const parity of [0, 1]) {
    let least = Infinity;
    for (let at = -parity; at + 4 <= literal.length + 1; at += 2) {
      const found = windowShare(literal, at, prev, next);
      if (found < least) [best[parity], least] = [at, found];
    }
    share += least / 2;
  }
  return { even: best[0]!, odd: best[1]!, share };
}

function windowShare(literal: ArrayLike<number>, at: number, prev: readonly number[], next: readonly number[]): number {
  const window = [0, 1, 2, 3].map((k) => (at + k < 0 || at + k >= literal.length ? ANY : literal[at + k]!));
  if (window.every((byte) => byte === window[0])) return RUN;
  const open = window.indexOf(ANY);
  if (open < 0) return commonness(window);
  const choices = open === 0 ? prev : next;
  if (choices.length >= 128) return commonness(window);
  let sum = 0;
  for (const byte of choices) {
    window[open] = byte;
    sum += commonness(window);
  }
  return sum;
}
