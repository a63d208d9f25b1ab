//! The servers of a comparison, each doing the same job in its own words.
//!
//! The job: choose the API by host and the method by path among 30,000 routes, let in one endpoint only, make a request
//! id, answer 201 bytes or pass on. `nginx, full` does it with a server block for each API; `nginx, lean` has no route
//! table at all, which is the least any nginx can do; HAProxy looks one key up in a map of 30,000; the floor speaks TLS
//! and looks for blank lines. The newer the peer, the harder the bar: nginx built with AWS-LC would be a fifth faster
//! than Debian's.

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;

use super::Bench;
use super::load::{APIS, ENDPOINT, api_id, host};
use super::process::{Server, free_port, on_core};

/// Who is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// The product's data plane.
    Sekisho,
    /// nginx with a server block for each API.
    NginxFull,
    /// nginx without routes.
    NginxLean,
    /// HAProxy with a map.
    Haproxy,
    /// TLS and nothing else.
    Floor,
}

impl Who {
    /// All, ours first.
    pub(crate) const ALL: [Self; 5] =
        [Self::Sekisho, Self::NginxFull, Self::NginxLean, Self::Haproxy, Self::Floor];

    /// The name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sekisho => "sekisho",
            Self::NginxFull => "nginx full",
            Self::NginxLean => "nginx lean",
            Self::Haproxy => "HAProxy",
            Self::Floor => "floor",
        }
    }

    /// Starts the server on the first core; where it listens.
    pub(crate) fn start(self, bench: &Bench, upstream: SocketAddr) -> Result<(Server, SocketAddr), String> {
        match self {
            Self::Sekisho => {
                let mut command = on_core(0, &bench.program.display().to_string());
                command.arg("serve").args(bench.certificate_options());
                command.args([
                    "--apis",
                    &APIS.to_string(),
                    "--upstream",
                    &upstream.to_string(),
                    "--cores",
                    "1",
                ]);
                own(command)
            }
            Self::Floor => {
                let mut command = on_core(0, &bench.program.display().to_string());
                command.arg("floor").args(bench.certificate_options());
                own(command)
            }
            Self::NginxFull | Self::NginxLean => nginx(self, bench, upstream),
            Self::Haproxy => haproxy(bench, upstream),
        }
    }
}

fn own(command: std::process::Command) -> Result<(Server, SocketAddr), String> {
    let server = Server::start(command)?;
    let address = server.wait_for("ready ")?.parse().map_err(|error| format!("an address: {error}"))?;
    Ok((server, address))
}

/// The backend of all, on the second core.
pub(crate) fn upstream(bench: &Bench) -> Result<(Server, SocketAddr), String> {
    let mut command = on_core(1, &bench.program.display().to_string());
    command.arg("upstream");
    own(command)
}

fn body() -> String {
    format!("{{\"message\":\"{}\"}}", "x".repeat(186))
}

fn nginx(who: Who, bench: &Bench, upstream: SocketAddr) -> Result<(Server, SocketAddr), String> {
    let port = free_port()?;
    let directory = bench.path(&format!("nginx-{port}"));
    fs::create_dir_all(&directory).map_err(|error| error.to_string())?;
    let mut servers = String::new();
    let listen =
        |first: bool| format!("listen 127.0.0.1:{port} ssl{};", if first { " reuseport" } else { "" });
    let mock = format!(
        "add_header x-amzn-requestid $request_id; default_type application/json; return 200 '{}';",
        body()
    );
    let proxy = "add_header x-amzn-requestid $request_id; proxy_pass http://up;";
    let guard = "if ($let_in = 0) { return 403; }";
    if who == Who::NginxLean {
        for (first, apis, action) in [(true, 0..APIS / 2, mock.as_str()), (false, APIS / 2..APIS, proxy)] {
            let names: Vec<String> = apis.map(host).collect();
            writeln!(
                servers,
                "server {{ {} server_name {}; {guard} location / {{ {action} }} }}",
                listen(first),
                names.join(" ")
            )
            .map_err(|error| error.to_string())?;
        }
    } else {
        for api in 0..APIS {
            let action = if api < APIS / 2 { mock.as_str() } else { proxy };
            let routes: String = (0..10)
                .map(|each| {
                    format!(
                        "location = /prod/r{each} {{ {action} }} location ~ ^/prod/r{each}/[^/]+$ {{ {action} }} \
                         location ~ ^/prod/r{each}/[^/]+/detail$ {{ {action} }}\n"
                    )
                })
                .collect();
            writeln!(
                servers,
                "server {{ {} server_name {}; {guard} {routes} }}",
                listen(api == 0),
                host(api)
            )
            .map_err(|error| error.to_string())?;
        }
    }
    let at = directory.display();
    let configuration = format!(
        "daemon off; worker_processes 1; pid {at}/pid; error_log {at}/error.log crit; worker_rlimit_nofile 20000;\n\
         events {{ worker_connections 16384; multi_accept on; }}\n\
         http {{ access_log off; server_tokens off; keepalive_requests 100000000; keepalive_timeout 300s;\n\
         client_body_temp_path {at}/1; proxy_temp_path {at}/2; fastcgi_temp_path {at}/3; uwsgi_temp_path {at}/4; scgi_temp_path {at}/5;\n\
         server_names_hash_max_size 65536; server_names_hash_bucket_size 256;\n\
         ssl_certificate {}; ssl_certificate_key {}; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:S:10m;\n\
         map $host $let_in {{ default 0; \"~-{ENDPOINT}\\.execute\" 1; }}\n\
         upstream up {{ server {upstream}; keepalive 512; keepalive_requests 100000000; }}\n\
         proxy_http_version 1.1; proxy_set_header Connection ''; proxy_buffers 16 32k;\n{servers}}}\n",
        bench.path("certificate.pem").display(),
        bench.path("key.pem").display(),
    );
    let file = directory.join("nginx.conf");
    fs::write(&file, configuration).map_err(|error| error.to_string())?;
    let mut command = on_core(0, "nginx");
    command.arg("-p").arg(&directory).arg("-c").arg(&file);
    command.stderr(std::process::Stdio::null());
    listening(command, port)
}

fn haproxy(bench: &Bench, upstream: SocketAddr) -> Result<(Server, SocketAddr), String> {
    let port = free_port()?;
    let write =
        |name: &str, text: String| fs::write(bench.path(name), text).map_err(|error| error.to_string());
    let read = |name: &str| fs::read_to_string(bench.path(name)).map_err(|error| error.to_string());
    write("haproxy.pem", read("certificate.pem")? + &read("key.pem")?)?;
    write("body.json", body())?;
    let mut map = String::new();
    for api in 0..APIS {
        let action = if api < APIS / 2 { "mock" } else { "pass" };
        for each in 0..10 {
            for tail in ["//", "/x/", "/x/detail"] {
                writeln!(map, "{}/prod/r{each}{tail} {action}", api_id(api))
                    .map_err(|error| error.to_string())?;
            }
        }
    }
    write("haproxy.map", map)?;
    let configuration = format!(
        "global\n nbthread 1\n maxconn 16000\n no strict-limits\n\
         defaults\n mode http\n timeout client 300s\n timeout server 30s\n timeout connect 5s\n timeout http-keep-alive 300s\n http-reuse always\n\
         frontend front\n bind 127.0.0.1:{port} ssl crt {pem} alpn http/1.1\n unique-id-format %[uuid()]\n\
         http-request set-var(txn.name) req.hdr(host),field(1,.)\n\
         http-request deny deny_status 403 unless {{ var(txn.name) -m end {ENDPOINT} }}\n\
         http-request set-var(txn.api) var(txn.name),field(1,-)\n\
         http-request set-var(txn.stage) path,field(2,/)\n\
         http-request set-var(txn.res) path,field(3,/)\n\
         http-request set-var(txn.item) str(x) if {{ path,field(4,/),length gt 0 }}\n\
         http-request set-var(txn.detail) path,field(5,/)\n\
         http-request set-var(txn.to) var(txn.api),concat(/,txn.stage),concat(/,txn.res),concat(/,txn.item),concat(/,txn.detail),map_str({map},none)\n\
         http-request deny deny_status 403 if {{ var(txn.to) -m str none }}\n\
         http-request return status 200 content-type application/json file {body} hdr x-amzn-requestid %[unique-id] if {{ var(txn.to) -m str mock }}\n\
         http-response set-header x-amzn-requestid %[unique-id]\n default_backend back\n\
         backend back\n server up {upstream} pool-max-conn 512\n",
        pem = bench.path("haproxy.pem").display(),
        map = bench.path("haproxy.map").display(),
        body = bench.path("body.json").display(),
    );
    write("haproxy.cfg", configuration)?;
    let mut command = on_core(0, "haproxy");
    command.arg("-db").arg("-f").arg(bench.path("haproxy.cfg"));
    command.stderr(std::process::Stdio::null());
    listening(command, port)
}

fn listening(command: std::process::Command, port: u16) -> Result<(Server, SocketAddr), String> {
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let mut server = Server::start(command)?;
    server.wait_until_listening(address)?;
    Ok((server, address))
}
