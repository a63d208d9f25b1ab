//! The signature's parts as the client sent them, from the `Authorization` header or the query string.
use super::{ALGORITHM, LONGEST_EXPIRY, PRESIGNING, Scope, SigV4Error, sha256};
use crate::http::{HttpRequest, pairs, percent_decode};

/// Where a signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// In the `Authorization` header.
    Header,
    /// In the query string.
    Query,
}

impl Form {
    /// The form of a request's signature; `None` if it has none.
    pub(crate) fn of(request: &HttpRequest<'_>) -> Option<Self> {
        if request.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization")) {
            return Some(Self::Header);
        }
        let presigned = |(key, _): (&str, &str)| {
            matches!(key, "X-Amz-Algorithm" | "X-Amz-Signature" | "X-Amz-Credential")
        };
        pairs(request.query()).any(presigned).then_some(Self::Query)
    }
}

/// The parts.
#[derive(Debug)]
pub(crate) struct Authorization {
    pub(crate) form: Form,
    pub(crate) algorithm: String,
    pub(crate) credential: String,
    pub(crate) signed_headers: String,
    pub(crate) signature: String,
    /// `X-Amz-Date` as sent.
    pub(crate) date: String,
    /// The header the date came from.
    date_header: Option<&'static str>,
    expires: Option<String>,
    /// `X-Amz-Security-Token`.
    pub(crate) token: Option<String>,
    /// Whether the token stands in the query string.
    pub(crate) token_in_query: bool,
}

impl Authorization {
    /// Reads the parts, all of which must be there.
    pub(crate) fn read(request: &HttpRequest<'_>, form: Form) -> Result<Self, SigV4Error> {
        match form {
            Form::Header => Self::from_header(request),
            Form::Query => Self::from_query(request),
        }
    }

    fn from_header(request: &HttpRequest<'_>) -> Result<Self, SigV4Error> {
        let mut values =
            request.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        let header = request.header("authorization").filter(|_| values.by_ref().count() == 1);
        let header = header.ok_or_else(|| incomplete("There must be one Authorization header, of text."))?;
        let (algorithm, rest) = header.split_once(' ').unwrap_or((header, ""));
        let (mut credential, mut signed_headers, mut signature) = (None, None, None);
        for pair in rest.split(',').map(str::trim) {
            let Some((key, value)) = pair.split_once('=') else {
                return Err(not_pairs(header));
            };
            let slot = match key {
                "Credential" => &mut credential,
                "SignedHeaders" => &mut signed_headers,
                "Signature" => &mut signature,
                _ => continue,
            };
            if slot.replace(value.to_owned()).is_some() {
                return Err(incomplete(&format!(
                    "Authorization header has the parameter '{key}' more than once."
                )));
            }
        }
        let date_header = ["x-amz-date", "date"].into_iter().find(|name| request.header(name).is_some());
        let missing: String = [
            (credential.is_none(), "Authorization header requires 'Credential' parameter. "),
            (signature.is_none(), "Authorization header requires 'Signature' parameter. "),
            (signed_headers.is_none(), "Authorization header requires 'SignedHeaders' parameter. "),
            (
                date_header.is_none(),
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
            ),
        ]
        .iter()
        .filter_map(|(absent, sentence)| absent.then_some(*sentence))
        .collect();
        let (Some(credential), Some(signed_headers), Some(signature), Some(date_header)) =
            (credential, signed_headers, signature, date_header)
        else {
            return Err(incomplete(&format!("{missing}Authorization={algorithm}")));
        };
        Ok(Self {
            form: Form::Header,
            algorithm: algorithm.to_owned(),
            credential,
            signed_headers,
            signature,
            date: request.header(date_header).unwrap_or_default().to_owned(),
            date_header: Some(date_header),
            expires: None,
            token: request.header("x-amz-security-token").map(str::to_owned),
            token_in_query: false,
        })
    }

    fn from_query(request: &HttpRequest<'_>) -> Result<Self, SigV4Error> {
        let mut values: [Option<String>; 7] = Default::default();
        for (key, value) in pairs(request.query()) {
            let Some(at) = PRESIGNING.iter().position(|name| *name == key) else { continue };
            let value = percent_decode(value, false)
                .ok_or_else(|| incomplete(&format!("The query parameter {key} has a malformed escape.")))?;
            if values[at].replace(value).is_some() {
                return Err(incomplete(&format!("The query parameter {key} is given more than once.")));
            }
        }
        let missing: Vec<String> = PRESIGNING[..6]
            .iter()
            .zip(&values)
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| format!("AWS query-string parameters must include '{name}'. "))
            .collect();
        let [
            Some(algorithm),
            Some(credential),
            Some(signature),
            Some(signed_headers),
            Some(date),
            Some(expires),
            token,
        ] = values
        else {
            return Err(incomplete(&format!("{}Re-examine the query-string parameters.", missing.concat())));
        };
        let token_in_query = token.is_some();
        Ok(Self {
            form: Form::Query,
            algorithm,
            credential,
            signed_headers,
            signature,
            date,
            date_header: None,
            expires: Some(expires),
            token: token.or_else(|| request.header("x-amz-security-token").map(str::to_owned)),
            token_in_query,
        })
    }

    /// The parts of a signature about to be made.
    pub(crate) fn to_sign(form: Form, credential: String, signed_headers: String, date: String) -> Self {
        Self {
            form,
            algorithm: ALGORITHM.to_owned(),
            credential,
            signed_headers,
            signature: String::new(),
            date,
            date_header: None,
            expires: None,
            token: None,
            token_in_query: false,
        }
    }

    /// The date as milliseconds.
    pub(crate) fn moment(&self) -> Result<i64, SigV4Error> {
        crate::time::parse_basic(&self.date).ok_or_else(|| {
            incomplete(&format!(
                "Date must be in ISO-8601 'basic format'. Got '{}'. See http://en.wikipedia.org/wiki/ISO_8601",
                self.date
            ))
        })
    }

    /// A presigned URL's life in seconds.
    pub(crate) fn expiry(&self) -> Result<i64, SigV4Error> {
        let given = self.expires.as_deref().unwrap_or_default();
        let plain = !given.is_empty() && given.len() <= 6 && given.bytes().all(|byte| byte.is_ascii_digit());
        given.parse().ok().filter(|seconds| plain && (1..=LONGEST_EXPIRY).contains(seconds)).ok_or_else(
            || {
                incomplete(&format!(
                    "X-Amz-Expires must be between 1 and {LONGEST_EXPIRY} seconds. Got '{given}'."
                ))
            },
        )
    }

    /// The host, the date's header, and the target that names the operation must be signed.
    pub(crate) fn hold_signed_headers(&self, request: &HttpRequest<'_>) -> Result<(), SigV4Error> {
        let signed =
            |name: &str| self.signed_headers.split(';').any(|header| header.eq_ignore_ascii_case(name));
        let needed = [
            (true, "host", "Host"),
            (self.date_header == Some("x-amz-date"), "x-amz-date", "X-Amz-Date"),
            (request.header("x-amz-target").is_some(), "x-amz-target", "X-Amz-Target"),
        ];
        match needed.iter().find(|(needed, name, _)| *needed && !signed(name)) {
            Some((_, _, title)) => Err(SigV4Error::Unsigned(title)),
            None => Ok(()),
        }
    }

    /// There is one algorithm.
    pub(crate) fn hold_algorithm(&self) -> Result<(), SigV4Error> {
        if self.algorithm == ALGORITHM {
            return Ok(());
        }
        let text = format!("Unsupported AWS 'algorithm': '{}' (only {ALGORITHM} for now). ", self.algorithm);
        Err(incomplete(&text))
    }

    /// The scope and its terminator.
    pub(crate) fn scope(&self) -> Result<(Scope<'_>, &str), SigV4Error> {
        let mut parts = self.credential.split('/');
        let mut next = || parts.next();
        if let (Some(access_key), Some(date), Some(region), Some(service), Some(terminator), None) =
            (next(), next(), next(), next(), next(), next())
        {
            return Ok((Scope { access_key, date, region, service }, terminator));
        }
        Err(incomplete(&format!(
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{}'",
            self.credential
        )))
    }
}

fn incomplete(message: &str) -> SigV4Error {
    SigV4Error::Incomplete(message.to_owned())
}

fn not_pairs(header: &str) -> SigV4Error {
    let hash = crate::json::base64_encode(&sha256(header.as_bytes()));
    incomplete(&format!(
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded \
         with Base64): '{hash}'."
    ))
}
